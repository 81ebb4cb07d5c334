import { database } from '#lib/platform/database.ts';

/** How many statements of this test's database wait for a lock that somebody else holds. */
export async function waitingForLocks(): Promise<number> {
  const [row] = await database().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.waiting ?? 0;
}

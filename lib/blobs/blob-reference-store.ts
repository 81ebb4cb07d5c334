import { database, type Sql, sql, type Tx } from '#lib/platform/database.ts';

/** Held until the transaction ends, by all who are about to name the blobs. */
export async function shareKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(lock) FROM ${locksOf(keys)}`;
}

/**
 * Nobody else is about to name the blobs while `work` runs; it writes nothing to the database. The locks are given back
 * before the transaction ends, which only going back to a savepoint does: there is room for a few thousand.
 */
export async function whileLocked(tx: Tx, keys: readonly string[], work: () => Promise<void>): Promise<void> {
  await tx.$executeRaw`SAVEPOINT before_locks`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(lock) FROM ${locksOf(keys)}`;
  await work();
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT before_locks`;
}

/** All take them in one order, so that no two wait for each other. */
function locksOf(keys: readonly string[]): Sql {
  return sql`(
    SELECT hashtextextended('blob ' || key, 0) AS lock FROM unnest(${[...keys]}::text[]) AS key ORDER BY lock
  ) AS locks`;
}

/**
 * Those of the keys that no row of any domain names. Who removes rows that name blobs asks this about those blobs;
 * nothing ever removes a blob only because it finds it unnamed: the database may be another one than yesterday's.
 */
export async function unusedBlobKeys(keys: readonly string[], client: Tx = database()): Promise<string[]> {
  const asked = [...new Set(keys)];
  const used = await client.$queryRaw<{ key: string }[]>`
    SELECT sha256 AS key FROM upload WHERE sha256 = ANY(${asked})
    UNION SELECT sha256 FROM document WHERE sha256 = ANY(${asked})
    UNION SELECT unlocked_sha256 FROM document WHERE unlocked_sha256 = ANY(${asked})
    UNION SELECT image_sha256 FROM page WHERE image_sha256 = ANY(${asked})
    UNION SELECT thumbnail_sha256 FROM page WHERE thumbnail_sha256 = ANY(${asked})
    UNION SELECT large_sha256 FROM page WHERE large_sha256 = ANY(${asked})
    UNION SELECT sha256 FROM export WHERE sha256 = ANY(${asked})
    UNION SELECT sha256 FROM api_file WHERE sha256 = ANY(${asked})
    UNION SELECT pin.value FROM prediction, jsonb_each_text(input_files) AS pin
      WHERE data_removed_at IS NULL AND input_files <> '{}' AND pin.value = ANY(${asked})`;
  const named = new Set(used.map(({ key }) => key));
  return asked.filter((key) => !named.has(key));
}

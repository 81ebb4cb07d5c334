import { type Clock, systemClock } from '#lib/platform/index.ts';
import { type DeletedWorkspace, goneAt, graceBegan, type Person } from './workspace.ts';
import { findDeletedOwnedBy } from './workspace-store.ts';

/** What this person owns, was deleted, and can still be restored; last deleted first. */
export async function listDeletedWorkspaces(
  { userId }: Person,
  clock: Clock = systemClock,
): Promise<DeletedWorkspace[]> {
  const rows = await findDeletedOwnedBy(userId, graceBegan(clock.now()));
  return rows.map((row) => ({ ...row, goneAt: goneAt(row.deletedAt) }));
}

import type { Scope } from '#lib/access/index.ts';
import { removeBlob, unusedBlobKeys } from '#lib/blobs/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { findExport, restartExport } from './export-store.ts';

/**
 * Runs an export again that failed or whose file has expired.
 * @throws NotFound; Conflict when it runs, or its file is there.
 */
export async function repeatExport(
  scope: Scope,
  exportId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const found = await findExport(scope, exportId);
  if (!found) throw new NotFound('There is no such export.');
  const { workspaceId } = scope;
  await inTransaction(async (tx) => {
    if (!(await restartExport(tx, scope, exportId, clock.now())))
      throw new Conflict('This export need not be run again.');
    await enqueue(tx, 'run-export', { workspaceId, exportId });
    await announce(tx, { topic: 'export', workspaceId, exportId });
    const [unused] = await unusedBlobKeys(found.sha256 ? [found.sha256] : [], tx);
    if (unused) await removeBlob(unused);
  });
}

import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { requireExportTurn } from './export-limit.ts';
import { findExport, restartExport } from './export-store.ts';

/**
 * Runs an export again that failed or whose file has expired.
 * @throws NotFound; Conflict when it runs, or its file is there; LimitReached after too many in a short time.
 */
export async function repeatExport(
  scope: Scope,
  exportId: string,
  clock: Clock = systemClock,
): Promise<void> {
  await requireExportTurn(scope);
  const found = await findExport(scope, exportId);
  if (!found) throw new NotFound('There is no such export.');
  const { workspaceId } = scope;
  await inTransaction(async (tx) => {
    if (!(await restartExport(tx, scope, exportId, clock.now())))
      throw new Conflict('This export need not be run again.');
    const target = { kind: 'export', id: exportId, name: found.name };
    await recordAct(tx, scope, { act: 'export.repeated', target });
    await enqueue(tx, 'run-export', { workspaceId, exportId });
    await announce(tx, { topic: 'export', workspaceId, exportId });
    if (found.sha256 !== null) await removeUnusedBlobs(tx, [found.sha256]);
  });
}

import { lockWorkspace } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import {
  findPurgeable,
  type Purged,
  purgeDocuments,
  purgeFiles,
  purgePredictions,
  purgeWorkspaceRow,
} from './purge-store.ts';
import { graceBegan } from './workspace.ts';

/** Few enough that their bytes are gone long before the transaction's time is up. */
const DOCUMENTS_AT_ONCE = 5;
const ROWS_AT_ONCE = 200;
/** Bytes that were written again since may be about to be named by another workspace. */
const BLOB_GRACE_MS = 24 * 3_600_000;

/**
 * Housekeeping: removes workspaces that were deleted thirty days ago, with all of their rows and the bytes that only
 * those named. One that is restored at that moment lives. Stops between two parts when `stop` aborts; the next run goes
 * on. Safe to repeat.
 */
export async function purgeWorkspaces(stop?: AbortSignal, clock: Clock = systemClock): Promise<void> {
  const now = clock.now();
  for (const workspaceId of await findPurgeable(graceBegan(now))) {
    await inParts(workspaceId, (tx) => purgeDocuments(tx, { workspaceId }, DOCUMENTS_AT_ONCE), now, stop);
    await inParts(workspaceId, (tx) => purgePredictions(tx, workspaceId, ROWS_AT_ONCE), now, stop);
    await inParts(workspaceId, (tx) => purgeFiles(tx, workspaceId, ROWS_AT_ONCE), now, stop);
    if (stop?.aborted) return;
    await inTransaction(async (tx) => {
      const workspace = await lockPurgeable(tx, workspaceId, now);
      if (!workspace) return;
      await purgeWorkspaceRow(tx, workspaceId);
      const actor = { kind: 'system', reason: 'purge-workspaces' } as const;
      const target = { kind: 'workspace', id: workspaceId, name: workspace.name };
      await recordAct(tx, { actor, workspaceId }, { act: 'workspace.purged', target });
    });
  }
}

/** Nobody restores it until the transaction ends. Null once somebody has: then all that is left of it lives. */
async function lockPurgeable(tx: Tx, workspaceId: string, now: Date): Promise<{ name: string } | null> {
  const workspace = await lockWorkspace(tx, workspaceId);
  return workspace?.deletedAt && workspace.deletedAt < graceBegan(now) ? workspace : null;
}

/** The rows go for good only after their bytes, and nobody can use them meanwhile. */
async function inParts(
  workspaceId: string,
  purge: (tx: Tx) => Promise<Purged>,
  now: Date,
  stop?: AbortSignal,
): Promise<void> {
  const writtenBefore = new Date(now.getTime() - BLOB_GRACE_MS);
  let rows = 1;
  while (rows > 0 && !stop?.aborted) {
    rows = await inTransaction(async (tx) => {
      if (!(await lockPurgeable(tx, workspaceId, now))) return 0;
      const purged = await purge(tx);
      await removeUnusedBlobs(tx, purged.keys, { writtenBefore });
      return purged.rows;
    });
  }
}

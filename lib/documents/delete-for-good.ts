import { authorize, type Scope } from '#lib/access/index.ts';
import { TRASH_DAYS } from '#lib/contracts/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { deleteDocument } from './delete-document.ts';
import { recordOnDocuments } from './record-on-documents.ts';
import { findTrash, findTrashedBefore, lockTrashed } from './trash-store.ts';

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 100;

/** Deletes documents that are in the trash; nothing brings them back. @throws NotFound */
export async function deleteForGood(
  scope: Scope,
  documentIds: readonly string[],
  clock: Clock = systemClock,
): Promise<void> {
  for (const documentId of new Set(documentIds)) {
    if (!(await deleteTrashed(scope, documentId, clock.now()))) {
      throw new NotFound('This document is not in the trash any more.');
    }
  }
}

/** Deletes all that is in the workspace's trash. @returns how many documents that was. */
export async function emptyTrash(scope: Scope, clock: Clock = systemClock): Promise<number> {
  let deleted = 0;
  for (;;) {
    const trash = await findTrash(scope, 0, AT_ONCE);
    for (const { id } of trash) if (await deleteTrashed(scope, id, clock.now())) deleted++;
    if (trash.length < AT_ONCE) return deleted;
  }
}

/** Housekeeping of all workspaces: deletes what has been in the trash for 30 days. Safe to repeat. */
export async function emptyOldTrash(stop?: AbortSignal, clock: Clock = systemClock): Promise<void> {
  const before = new Date(clock.now().getTime() - TRASH_DAYS * DAY_MS);
  for (;;) {
    const old = await findTrashedBefore(before, AT_ONCE);
    for (const { id, workspaceId } of old) {
      if (stop?.aborted) return;
      const scope = authorize({ kind: 'system', reason: 'empty-trash' }, workspaceId, 'document:write');
      await deleteTrashed(scope, id, clock.now());
    }
    if (old.length < AT_ONCE) return;
  }
}

/** False when it was restored or deleted meanwhile. */
function deleteTrashed(scope: Scope, documentId: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await lockTrashed(tx, scope, documentId))) return false;
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
    await deleteDocument(tx, scope, documentId, now);
    await recordOnDocuments(tx, scope, [documentId], 'document.deleted');
    return true;
  });
}

import type { Scope } from '#lib/access/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { enqueueMany } from '#lib/queue/index.ts';
import { announceDocuments } from './announce-documents.ts';
import { recordOnDocuments } from './record-on-documents.ts';
import { findUnfinished, takeFromTrash } from './trash-store.ts';

/**
 * Takes documents out of the trash, all or none, as they were. What was not opened or drawn when they went there is
 * done now; reading that was stopped is not begun again. @throws NotFound
 */
export async function restoreDocuments(scope: Scope, documentIds: readonly string[]): Promise<void> {
  const { workspaceId } = scope;
  const ids = [...new Set(documentIds)].sort();
  await inTransaction(async (tx) => {
    const restored = await takeFromTrash(tx, scope, ids);
    if (restored < ids.length) {
      throw new NotFound(
        ids.length === 1
          ? 'This document is not in the trash any more.'
          : 'One of the documents is not in the trash any more. Load the page again.',
      );
    }
    const { unopened, undrawn } = await findUnfinished(tx, scope, ids);
    await enqueueMany(
      tx,
      'inspect-document',
      unopened.map((documentId) => ({ payload: { workspaceId, documentId } })),
    );
    await enqueueMany(
      tx,
      'render-page',
      undrawn.map((page) => ({ payload: { workspaceId, ...page } })),
    );
    await recordOnDocuments(tx, scope, ids, 'document.restored');
    await announceDocuments(tx, scope, ids);
  });
}

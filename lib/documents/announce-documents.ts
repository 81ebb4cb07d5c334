import type { Scope } from '#lib/access/index.ts';
import { announceMany } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';

/** Has open pages fetch these documents again, once the transaction commits. */
export async function announceDocuments(
  tx: Tx,
  { workspaceId }: Scope,
  documentIds: readonly string[],
): Promise<void> {
  await announceMany(
    tx,
    documentIds.map((documentId) => ({ topic: 'document', workspaceId, documentId })),
  );
}

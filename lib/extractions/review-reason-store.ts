import { personOf, type Scope, tokenOf } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';

/** Why pages were decided on, as a comment that stands among the others. */
export async function insertReason(
  tx: Tx,
  { workspaceId, actor }: Scope,
  { now, ...reason }: { documentId: string; pageNumber: number | null; body: string; now: Date },
): Promise<void> {
  const by = { authorId: personOf(actor), apiTokenId: tokenOf(actor) };
  await tx.comment.create({ data: { ...reason, ...by, id: newId(), workspaceId, createdAt: now } });
}

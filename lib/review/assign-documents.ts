import { roleMay, type Scope } from '#lib/access/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { InvalidInput, inTransaction, NotFound } from '#lib/platform/index.ts';
import { setAssignee } from './assignment-store.ts';
import { findMember } from './member-store.ts';

/**
 * Says who is to review the documents; null takes it from whoever was. All of them or none.
 * @throws NotFound when one of them is not there; InvalidInput for a person who may not review in the workspace.
 */
export async function assignDocuments(
  scope: Scope,
  documentIds: readonly string[],
  assigneeId: string | null,
): Promise<void> {
  const assignee = assigneeId === null ? null : await findMember(scope, assigneeId);
  if (assigneeId !== null) {
    if (!assignee || !roleMay(assignee.role, 'review:write')) {
      throw new InvalidInput(
        'Only owners, admins and editors of this workspace can be given documents to review.',
      );
    }
  }
  const wanted = new Set(documentIds);
  await inTransaction(async (tx) => {
    const found = await setAssignee(tx, scope, [...wanted], assigneeId);
    if (found < wanted.size) throw new NotFound('One of the documents is not there any more.');
    const details = { to: assignee?.name ?? null };
    await recordOnDocuments(tx, scope, [...wanted], 'document.assigned', details);
    for (const documentId of wanted) {
      await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
    }
  });
}

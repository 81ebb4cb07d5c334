import type { Scope } from '#lib/access/index.ts';
import { announce } from '#lib/live/index.ts';
import { inTransaction, NotFound, type Tx } from '#lib/platform/index.ts';
import { type CommentPlace, lockComment } from './comment-store.ts';

/** Changes a comment of the workspace and says so. @throws NotFound, also when it was deleted */
export function withLockedComment(
  scope: Scope,
  commentId: string,
  work: (tx: Tx, comment: CommentPlace) => Promise<void>,
): Promise<void> {
  return inTransaction(async (tx) => {
    const comment = await lockComment(tx, scope, commentId);
    if (!comment) throw new NotFound('This comment is gone.');
    await work(tx, comment);
    const { documentId, pageNumber } = comment;
    const page = pageNumber === null ? {} : { page: pageNumber };
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId, ...page });
  });
}

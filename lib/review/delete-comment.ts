import { personOf, type Scope } from '#lib/access/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { type Clock, Forbidden, systemClock } from '#lib/platform/index.ts';
import { markCommentDeleted } from './comment-store.ts';
import { withLockedComment } from './with-locked-comment.ts';

/** Takes back what one wrote; it is gone for everybody, mentions too. @throws NotFound; Forbidden for that of others */
export function deleteComment(scope: Scope, commentId: string, clock: Clock = systemClock): Promise<void> {
  return withLockedComment(scope, commentId, async (tx, { authorId, documentId, pageNumber }) => {
    if (authorId === null || authorId !== personOf(scope.actor)) {
      throw new Forbidden('Only who wrote a comment can delete it.');
    }
    await markCommentDeleted(tx, commentId, clock.now());
    await recordOnDocuments(tx, scope, [documentId], 'comment.deleted', { page: pageNumber });
  });
}

import { personOf, type Scope } from '#lib/access/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { setResolved } from './comment-store.ts';
import { withLockedComment } from './with-locked-comment.ts';

/** Says that a comment was seen to, or that it is open again. @throws NotFound */
export function resolveComment(
  scope: Scope,
  commentId: string,
  isResolved: boolean,
  clock: Clock = systemClock,
): Promise<void> {
  const resolved = { resolvedAt: clock.now(), resolvedById: personOf(scope.actor) };
  return withLockedComment(scope, commentId, async (tx, { documentId, pageNumber }) => {
    await setResolved(tx, commentId, isResolved ? resolved : { resolvedAt: null, resolvedById: null });
    const act = isResolved ? 'comment.resolved' : 'comment.reopened';
    await recordOnDocuments(tx, scope, [documentId], act, { page: pageNumber });
  });
}

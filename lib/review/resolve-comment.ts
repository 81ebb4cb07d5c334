import type { Scope } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { setResolved } from './comment-store.ts';
import { personOf } from './person-of.ts';
import { withLockedComment } from './with-locked-comment.ts';

/** Says that a comment was seen to, or that it is open again. @throws NotFound */
export function resolveComment(
  scope: Scope,
  commentId: string,
  isResolved: boolean,
  clock: Clock = systemClock,
): Promise<void> {
  const resolved = { resolvedAt: clock.now(), resolvedById: personOf(scope) };
  return withLockedComment(scope, commentId, (tx) =>
    setResolved(tx, commentId, isResolved ? resolved : { resolvedAt: null, resolvedById: null }),
  );
}

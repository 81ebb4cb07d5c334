import type { Scope } from '#lib/access/index.ts';
import type { Comment } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findComment } from './comment-store.ts';

/** @throws NotFound, also when it was taken back */
export async function getComment(scope: Scope, commentId: string): Promise<Comment> {
  const comment = await findComment(scope, commentId);
  if (!comment) throw new NotFound('This comment is gone.');
  return comment;
}

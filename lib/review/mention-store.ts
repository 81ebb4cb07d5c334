import type { Scope } from '#lib/access/index.ts';
import type { Mention } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { commentFields, toComment } from './comment-store.ts';

/** Mentions of the person in documents of the workspace that can still be opened. */
function ofPerson({ workspaceId }: Scope, userId: string) {
  const document = { deletedAt: null, trashedAt: null };
  return { userId, comment: { workspaceId, deletedAt: null, document } };
}

/** Newest first. */
export async function findMentions(scope: Scope, userId: string, limit: number): Promise<Mention[]> {
  const rows = await database().commentMention.findMany({
    where: ofPerson(scope, userId),
    orderBy: [{ comment: { createdAt: 'desc' } }, { commentId: 'desc' }],
    take: limit,
    select: {
      seenAt: true,
      comment: { select: { ...commentFields, document: { select: { id: true, name: true } } } },
    },
  });
  return rows.map(({ seenAt, comment: { document, ...comment } }) => ({
    ...toComment(comment),
    documentId: document.id,
    documentName: document.name,
    isSeen: seenAt !== null,
  }));
}

export function countUnseen(scope: Scope, userId: string): Promise<number> {
  return database().commentMention.count({ where: { ...ofPerson(scope, userId), seenAt: null } });
}

/** These, or all; those that were seen before keep their time. */
export async function markSeen(
  scope: Scope,
  userId: string,
  commentIds: readonly string[] | 'all',
  now: Date,
): Promise<void> {
  await database().commentMention.updateMany({
    where: {
      ...ofPerson(scope, userId),
      seenAt: null,
      ...(commentIds !== 'all' && { commentId: { in: [...commentIds] } }),
    },
    data: { seenAt: now },
  });
}

import type { Scope } from '#lib/access/index.ts';
import type { Comment, Person } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

const person = { select: { id: true, name: true } } as const;

export const commentFields = {
  id: true,
  pageNumber: true,
  lineId: true,
  author: person,
  apiToken: { select: { name: true } },
  body: true,
  createdAt: true,
  resolvedAt: true,
  resolvedBy: { select: { name: true } },
  mentions: { orderBy: { user: { name: 'asc' } }, select: { user: person } },
} as const;

export type CommentRow = Omit<
  Comment,
  'apiToken' | 'createdAt' | 'resolvedAt' | 'resolvedBy' | 'mentions'
> & {
  apiToken: { name: string } | null;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedBy: { name: string } | null;
  mentions: { user: Person }[];
};

export function toComment({
  apiToken,
  createdAt,
  resolvedAt,
  resolvedBy,
  mentions,
  ...row
}: CommentRow): Comment {
  return {
    ...row,
    apiToken: apiToken?.name ?? null,
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy: resolvedBy?.name ?? null,
    mentions: mentions.map(({ user }) => user),
  };
}

/** Oldest first. */
export async function findComments({ workspaceId }: Scope, documentId: string): Promise<Comment[]> {
  const rows = await database().comment.findMany({
    where: { workspaceId, documentId, deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: commentFields,
  });
  return rows.map(toComment);
}

export async function findComment({ workspaceId }: Scope, id: string): Promise<Comment | null> {
  const row = await database().comment.findFirst({
    where: { id, workspaceId, deletedAt: null },
    select: commentFields,
  });
  return row && toComment(row);
}

export type CommentPlace = { documentId: string; pageNumber: number | null; authorId: string | null };

/** Where a comment stands that was not deleted, in a document that was not; held until the transaction ends. */
export async function lockComment(
  tx: Tx,
  { workspaceId }: Scope,
  commentId: string,
): Promise<CommentPlace | null> {
  const [row] = await tx.$queryRaw<CommentPlace[]>`
    SELECT c.document_id AS "documentId", c.page_number AS "pageNumber", c.author_id AS "authorId"
    FROM comment c JOIN document d ON d.id = c.document_id
    WHERE c.id = ${commentId} AND c.workspace_id = ${workspaceId}
      AND c.deleted_at IS NULL AND d.deleted_at IS NULL
    FOR UPDATE OF c`;
  return row ?? null;
}

export async function insertComment(
  tx: Tx,
  { workspaceId }: Scope,
  {
    mentions,
    ...comment
  }: {
    id: string;
    documentId: string;
    pageNumber: number | null;
    lineId: string | null;
    authorId: string | null;
    apiTokenId: string | null;
    body: string;
    createdAt: Date;
    mentions: readonly string[];
  },
): Promise<void> {
  const rows = mentions.map((userId) => ({ userId }));
  await tx.comment.create({ data: { ...comment, workspaceId, mentions: { createMany: { data: rows } } } });
}

export async function setResolved(
  tx: Tx,
  commentId: string,
  resolved: { resolvedAt: Date | null; resolvedById: string | null },
): Promise<void> {
  await tx.comment.update({ where: { id: commentId }, data: resolved });
}

export async function markCommentDeleted(tx: Tx, commentId: string, now: Date): Promise<void> {
  await tx.comment.update({ where: { id: commentId }, data: { deletedAt: now } });
}

import type { Scope } from '#lib/access/index.ts';
import type { Tag, TagColor } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { likeLiteral } from '#lib/platform/index.ts';
import { toTag } from './tag.ts';

const fields = { id: true, name: true, color: true } as const;

/** By name, with the number of documents that carry each and stand. */
export async function findTags(scope: Scope): Promise<(Tag & { documents: number })[]> {
  const rows = await database().tag.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: { name: 'asc' },
    select: {
      ...fields,
      _count: { select: { documents: { where: { document: { deletedAt: null, trashedAt: null } } } } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...toTag(row), documents: _count.documents }));
}

/** Held against others who make or rename tags of the workspace, until the transaction ends. */
export async function lockTagNames(tx: Tx, { workspaceId }: Scope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`tags ${workspaceId}`}, 0))`;
}

/** Whether another tag has this name, in whatever case. */
export async function isTagNameTaken(
  tx: Tx,
  scope: Scope,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const taken = await tx.tag.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      name: { equals: likeLiteral(name), mode: 'insensitive' },
      ...(exceptId && { id: { not: exceptId } }),
    },
    select: { id: true },
  });
  return taken !== null;
}

export async function insertTag(tx: Tx, scope: Scope, tag: Tag): Promise<void> {
  await tx.tag.create({ data: { ...tag, workspaceId: scope.workspaceId } });
}

export async function updateTag(
  tx: Tx,
  scope: Scope,
  id: string,
  data: { name?: string; color?: TagColor },
): Promise<boolean> {
  const { count } = await tx.tag.updateMany({ where: { id, workspaceId: scope.workspaceId }, data });
  return count > 0;
}

export async function removeTag(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const { count } = await tx.tag.deleteMany({ where: { id, workspaceId: scope.workspaceId } });
  return count > 0;
}

export async function countTags(tx: Tx, { workspaceId }: Scope): Promise<number> {
  return tx.tag.count({ where: { workspaceId } });
}

/** Of those of the tags that the workspace has. */
export async function findTagNames(
  tx: Tx,
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.tag.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Both must belong to the workspace; the caller has looked. What is there already stays. */
export async function addTags(
  tx: Tx,
  documentIds: readonly string[],
  tagIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO document_tag (document_id, tag_id)
    SELECT document_id, tag_id
    FROM unnest(${[...documentIds]}::text[]) AS document_id, unnest(${[...tagIds]}::text[]) AS tag_id
    ON CONFLICT DO NOTHING`;
}

export async function takeTags(
  tx: Tx,
  documentIds: readonly string[],
  tagIds: readonly string[],
): Promise<void> {
  await tx.documentTag.deleteMany({
    where: { documentId: { in: [...documentIds] }, tagId: { in: [...tagIds] } },
  });
}

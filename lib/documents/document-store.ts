import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { Document } from './document.ts';
import { type TagRow, toTag } from './tag.ts';

const fields = {
  id: true,
  name: true,
  contentType: true,
  size: true,
  sha256: true,
  state: true,
  problem: true,
  locked: true,
  unlockedSha256: true,
  pageCount: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  apiToken: { select: { name: true } },
  folderId: true,
  tags: {
    select: { tag: { select: { id: true, name: true, color: true } } },
    orderBy: { tag: { name: 'asc' } },
  },
  pages: { where: { number: 1 }, select: { thumbnailSha256: true } },
} as const;

type Row = Omit<Document, 'createdBy' | 'apiToken' | 'thumbnailSha256' | 'tags'> & {
  createdBy: { name: string } | null;
  apiToken: { name: string } | null;
  tags: { tag: TagRow }[];
  pages: { thumbnailSha256: string | null }[];
};

function toDocument({ createdBy, apiToken, pages, tags, ...document }: Row): Document {
  return {
    ...document,
    createdBy: createdBy?.name ?? null,
    apiToken: apiToken?.name ?? null,
    tags: tags.map(({ tag }) => toTag(tag)),
    thumbnailSha256: pages[0]?.thumbnailSha256 ?? null,
  };
}

/** Documents that people work with: neither in the trash nor deleted. */
const standing = { deletedAt: null, trashedAt: null } as const;

export async function findDocument(scope: Scope, id: string): Promise<Document | null> {
  const row = await database().document.findFirst({
    where: { id, workspaceId: scope.workspaceId, ...standing },
    select: fields,
  });
  return row && toDocument(row);
}

/** In the order of the ids; without those that are not there. */
export async function findDocuments(scope: Scope, ids: readonly string[]): Promise<Document[]> {
  const rows = await database().document.findMany({
    where: { id: { in: [...ids] }, workspaceId: scope.workspaceId, ...standing },
    select: fields,
  });
  const byId = new Map(rows.map((row) => [row.id, toDocument(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findDocumentWithBytes(
  scope: Scope,
  sha256: string,
): Promise<{ id: string; name: string } | null> {
  return database().document.findFirst({
    where: { workspaceId: scope.workspaceId, sha256, ...standing },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true },
  });
}

/** Also in the trash, though not deleted for good. */
export async function isKnown({ workspaceId }: Scope, id: string): Promise<boolean> {
  return (await database().document.count({ where: { id, workspaceId, deletedAt: null } })) > 0;
}

/** The one look-up without a scope: it finds the workspace to ask permission for. */
export function findWorkspaceOfDocument(id: string): Promise<{ workspaceId: string } | null> {
  return database().document.findFirst({ where: { id, ...standing }, select: { workspaceId: true } });
}

/** Of documents of the workspace, wherever they are; those that are deleted for good too. */
export async function findDocumentNames(
  tx: Tx,
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.document.findMany({
    where: { id: { in: [...ids] }, workspaceId },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type NewDocument = {
  id: string;
  createdById: string | null;
  apiTokenId: string | null;
  name: string;
  contentType: string;
  size: number;
  sha256: string;
};

export async function insertDocument(tx: Tx, scope: Scope, row: NewDocument): Promise<void> {
  await tx.document.create({ data: { ...row, workspaceId: scope.workspaceId } });
}

/** False when there is a document of this id already, gone or not; waits for one that is being made. */
export async function insertDocumentOnce(tx: Tx, scope: Scope, row: NewDocument): Promise<boolean> {
  const data = [{ ...row, workspaceId: scope.workspaceId }];
  return (await tx.document.createMany({ data, skipDuplicates: true })).count > 0;
}

/** Also a document that is in the trash or deleted, which counts as gone. */
export async function findEverMade(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<{ sha256: string; isGone: boolean } | null> {
  const row = await tx.document.findFirst({
    where: { id, workspaceId: scope.workspaceId },
    select: { sha256: true, trashedAt: true, deletedAt: true },
  });
  return row && { sha256: row.sha256, isGone: row.trashedAt !== null || row.deletedAt !== null };
}

export async function renameStanding(tx: Tx, scope: Scope, id: string, name: string): Promise<boolean> {
  const { count } = await tx.document.updateMany({
    where: { id, workspaceId: scope.workspaceId, ...standing },
    data: { name },
  });
  return count > 0;
}

/** Leaves `inspecting`, once; false when that had happened before. */
export async function endInspection(
  tx: Tx,
  scope: Scope,
  id: string,
  outcome: { state: 'ready'; pageCount: number } | { state: 'unreadable'; problem: string; locked: boolean },
): Promise<boolean> {
  const { count } = await tx.document.updateMany({
    where: { id, workspaceId: scope.workspaceId, state: 'inspecting', ...standing },
    data: outcome,
  });
  return count > 0;
}

/** A locked document is inspected once more; false when it is not locked. */
export async function restartInspection(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const { count } = await tx.document.updateMany({
    where: { id, workspaceId: scope.workspaceId, state: 'unreadable', locked: true, ...standing },
    data: { state: 'inspecting', problem: null, locked: false },
  });
  return count > 0;
}

/** Names another copy without encryption, or none. Null when there is no such document. */
export async function replaceUnlockedCopy(
  tx: Tx,
  scope: Scope,
  id: string,
  sha256: string | null,
): Promise<{ before: string | null } | null> {
  const [replaced] = await tx.$queryRaw<{ before: string | null }[]>`
    UPDATE document SET unlocked_sha256 = ${sha256}
    FROM (
      SELECT id, unlocked_sha256 FROM document
      WHERE id = ${id} AND workspace_id = ${scope.workspaceId} AND deleted_at IS NULL FOR NO KEY UPDATE
    ) AS old
    WHERE document.id = old.id RETURNING old.unlocked_sha256 AS before`;
  return replaced ?? null;
}

/**
 * Held until the transaction ends, against others who lock or change it; rows that name it may be written meanwhile.
 * False when there is no such document, or it is in the trash.
 */
export async function lockDocument(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM document
    WHERE id = ${id} AND workspace_id = ${scope.workspaceId} AND deleted_at IS NULL AND trashed_at IS NULL
    FOR NO KEY UPDATE`;
  return rows.length > 0;
}

export async function markDocumentDeleted(tx: Tx, scope: Scope, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.document.updateMany({
    where: { id, workspaceId: scope.workspaceId, deletedAt: null },
    data: { deletedAt: now },
  });
  return count > 0;
}

import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

export type Folder = { id: string; parentId: string | null; name: string };

const fields = { id: true, parentId: true, name: true } as const;

/** By name. */
export function findFolders(scope: Scope, tx: Tx = database()): Promise<Folder[]> {
  return tx.folder.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: fields,
  });
}

/** Documents that stand, by the folder they are directly in. */
export async function countByFolder(scope: Scope): Promise<Map<string, number>> {
  const rows = await database().document.groupBy({
    by: ['folderId'],
    where: { workspaceId: scope.workspaceId, deletedAt: null, trashedAt: null, folderId: { not: null } },
    _count: true,
  });
  return new Map(rows.flatMap(({ folderId, _count }) => (folderId ? [[folderId, _count]] : [])));
}

/** Held against others who change the workspace's folders, until the transaction ends. */
export async function lockFolders(tx: Tx, { workspaceId }: Scope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`folders ${workspaceId}`}, 0))`;
}

export async function insertFolder(tx: Tx, scope: Scope, folder: Folder): Promise<void> {
  await tx.folder.create({ data: { ...folder, workspaceId: scope.workspaceId } });
}

export async function updateFolder(tx: Tx, scope: Scope, { id, name, parentId }: Folder): Promise<void> {
  await tx.folder.updateMany({ where: { id, workspaceId: scope.workspaceId }, data: { name, parentId } });
}

export async function removeFolder(tx: Tx, scope: Scope, id: string): Promise<void> {
  await tx.folder.deleteMany({ where: { id, workspaceId: scope.workspaceId } });
}

/** Whether documents that stand are directly in the folder. */
export async function hasDocuments(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const where = { workspaceId: scope.workspaceId, folderId: id, deletedAt: null, trashedAt: null };
  return (await tx.document.findFirst({ where, select: { id: true } })) !== null;
}

/** All that is in one folder goes to another, or to the top; what is in the trash too. */
export async function moveAllDocuments(tx: Tx, scope: Scope, from: string, to: string | null): Promise<void> {
  await tx.document.updateMany({
    where: { workspaceId: scope.workspaceId, folderId: from },
    data: { folderId: to },
  });
}

export async function setFolder(
  tx: Tx,
  scope: Scope,
  documentIds: readonly string[],
  folderId: string | null,
): Promise<void> {
  await tx.document.updateMany({
    where: { id: { in: [...documentIds] }, workspaceId: scope.workspaceId },
    data: { folderId },
  });
}

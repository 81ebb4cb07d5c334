import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

export type TrashedDocument = {
  id: string;
  name: string;
  pageCount: number | null;
  /** Bytes. */
  size: number;
  trashedAt: Date;
  /** The person's name; null when they left. */
  trashedBy: string | null;
};

const fields = {
  id: true,
  name: true,
  pageCount: true,
  size: true,
  trashedAt: true,
  trashedBy: { select: { name: true } },
} as const;

type Row = Omit<TrashedDocument, 'trashedAt' | 'trashedBy'> & {
  trashedAt: Date | null;
  trashedBy: { name: string } | null;
};

function toTrashed({ trashedAt, trashedBy, ...row }: Row): TrashedDocument[] {
  return trashedAt ? [{ ...row, trashedAt, trashedBy: trashedBy?.name ?? null }] : [];
}

function inTrash({ workspaceId }: Scope) {
  return { workspaceId, deletedAt: null, trashedAt: { not: null } };
}

/** Last trashed first. */
export async function findTrash(scope: Scope, skip: number, limit: number): Promise<TrashedDocument[]> {
  const rows = await database().document.findMany({
    where: inTrash(scope),
    orderBy: [{ trashedAt: 'desc' }, { id: 'desc' }],
    skip,
    take: limit,
    select: fields,
  });
  return rows.flatMap(toTrashed);
}

export function countTrash(scope: Scope): Promise<number> {
  return database().document.count({ where: inTrash(scope) });
}

export async function findTrashed(scope: Scope, id: string): Promise<TrashedDocument | null> {
  const row = await database().document.findFirst({ where: { id, ...inTrash(scope) }, select: fields });
  return (row && toTrashed(row)[0]) ?? null;
}

/** @returns how many of them were not there yet, and are now. */
export async function moveToTrash(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  entry: { trashedById: string | null; trashedAt: Date },
): Promise<number> {
  const { count } = await tx.document.updateMany({
    where: { id: { in: [...ids] }, workspaceId: scope.workspaceId, deletedAt: null, trashedAt: null },
    data: entry,
  });
  return count;
}

/** @returns how many of them were in the trash. */
export async function takeFromTrash(tx: Tx, scope: Scope, ids: readonly string[]): Promise<number> {
  const { count } = await tx.document.updateMany({
    where: { id: { in: [...ids] }, ...inTrash(scope) },
    data: { trashedAt: null, trashedById: null },
  });
  return count;
}

/** Held until the transaction ends; false when the document is not in the trash. */
export async function lockTrashed(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM document
    WHERE id = ${id} AND workspace_id = ${scope.workspaceId} AND deleted_at IS NULL AND trashed_at IS NOT NULL
    FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Of every workspace: what the time in the trash is over for, longest there first. */
export function findTrashedBefore(
  before: Date,
  limit: number,
): Promise<{ id: string; workspaceId: string }[]> {
  return database().document.findMany({
    where: { deletedAt: null, trashedAt: { lt: before } },
    orderBy: { trashedAt: 'asc' },
    take: limit,
    select: { id: true, workspaceId: true },
  });
}

/** Of these, the documents that nobody has opened yet, and the pages that were not drawn yet. */
export async function findUnfinished(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
): Promise<{ unopened: string[]; undrawn: { documentId: string; pageNumber: number }[] }> {
  const { workspaceId } = scope;
  const unopened = await tx.document.findMany({
    where: { id: { in: [...ids] }, workspaceId, state: 'inspecting' },
    select: { id: true },
  });
  const undrawn = await tx.page.findMany({
    where: { documentId: { in: [...ids] }, workspaceId, imageSha256: null },
    select: { documentId: true, number: true },
  });
  return {
    unopened: unopened.map(({ id }) => id),
    undrawn: undrawn.map(({ documentId, number }) => ({ documentId, pageNumber: number })),
  };
}

import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { beyond, inListOrder, type Position } from '#lib/platform/index.ts';
import { isPortals, visibleTo } from '../visible-to.ts';
import type { ApiFile } from './api-file.ts';

// A jsonb column holds JSON and nothing else.
const metadataSchema = z.record(
  z.string(),
  z.custom<Json>((value) => value !== undefined),
);

const withOwner = { workspace: { select: { slug: true } } } as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

export async function insertFile(tx: Tx, scope: Scope, file: Omit<ApiFile, 'owner'>): Promise<ApiFile> {
  const data = { workspaceId: scope.workspaceId, isPortal: isPortals(scope), ...file };
  return toFile(await tx.apiFile.create({ data, include: withOwner }));
}

/** A file that was neither deleted nor has expired. */
export async function findLivingFile(scope: Scope, id: string, now: Date): Promise<ApiFile | null> {
  const row = await findRow({ id, ...visibleTo(scope) }, now);
  return row && toFile(row);
}

/** The same for somebody who has proved to know the file's id and its owner. */
export async function findLivingFileOf(owner: string, id: string, now: Date): Promise<ApiFile | null> {
  const row = await findRow({ id, workspace: { slug: owner, deletedAt: null } }, now);
  return row && toFile(row);
}

/** At most `limit` living files in list order, newest first. */
export async function listLivingFiles(
  scope: Scope,
  now: Date,
  position: Position | null,
  limit: number,
): Promise<ApiFile[]> {
  const { where, orderBy } = beyond(position);
  const rows = await database().apiFile.findMany({
    where: { ...visibleTo(scope), ...living(now), ...where },
    include: withOwner,
    orderBy,
    take: limit,
  });
  return inListOrder(rows, position).map(toFile);
}

/** Answers its name; null when there was no such living file. */
export async function setDeleted(
  tx: Tx,
  scope: Scope,
  id: string,
  now: Date,
): Promise<{ name: string } | null> {
  const [deleted] = await tx.apiFile.updateManyAndReturn({
    where: { id, ...visibleTo(scope), ...living(now) },
    data: { deletedAt: now },
    select: { name: true },
  });
  return deleted ?? null;
}

type Place = { id: string } & (
  | ReturnType<typeof visibleTo>
  | { workspace: { slug: string; deletedAt: null } }
);

function findRow(place: Place, now: Date) {
  return database().apiFile.findFirst({ where: { ...place, ...living(now) }, include: withOwner });
}

function living(now: Date) {
  return { deletedAt: null, expiresAt: { gt: now } };
}

function toFile({ workspaceId: _, deletedAt: __, isPortal: ___, workspace, ...row }: Row): ApiFile {
  return { ...row, metadata: metadataSchema.parse(row.metadata), owner: workspace.slug };
}

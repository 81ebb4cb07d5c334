import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { beyond, inListOrder, type Position } from '../page.ts';
import type { ApiFile } from './api-file.ts';

// A jsonb column holds JSON and nothing else.
const metadataSchema = z.record(
  z.string(),
  z.custom<Json>((value) => value !== undefined),
);

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

export async function insertFile({ workspaceId }: Scope, file: ApiFile): Promise<void> {
  await database().apiFile.create({ data: { workspaceId, ...file } });
}

/** A file that was neither deleted nor has expired. */
export async function findLivingFile({ workspaceId }: Scope, id: string, now: Date): Promise<ApiFile | null> {
  const row = await findRow(workspaceId, id, now);
  return row && toFile(row);
}

/** At most `limit` living files in list order, newest first. */
export async function listLivingFiles(
  { workspaceId }: Scope,
  now: Date,
  position: Position | null,
  limit: number,
): Promise<ApiFile[]> {
  const { where, orderBy } = beyond(position);
  const rows = await database().apiFile.findMany({
    where: { ...living(workspaceId, now), ...where },
    orderBy,
    take: limit,
  });
  return inListOrder(rows, position).map(toFile);
}

/** False when there was no such living file. */
export async function setDeleted({ workspaceId }: Scope, id: string, now: Date): Promise<boolean> {
  const { count } = await database().apiFile.updateMany({
    where: { id, ...living(workspaceId, now) },
    data: { deletedAt: now },
  });
  return count === 1;
}

function findRow(workspaceId: string, id: string, now: Date) {
  return database().apiFile.findFirst({ where: { id, ...living(workspaceId, now) } });
}

function living(workspaceId: string, now: Date) {
  return { workspaceId, deletedAt: null, expiresAt: { gt: now } };
}

function toFile({ workspaceId: _, deletedAt: __, ...row }: Row): ApiFile {
  return { ...row, metadata: metadataSchema.parse(row.metadata) };
}

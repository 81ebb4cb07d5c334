import { database, type Tx } from '#lib/platform/database.ts';

// A workspace's rows go in parts, each with the keys of the blobs that its rows named. These are rows of every domain:
// nobody but the purge deletes a workspace, and only the database knows all that hangs on it.

/** What one step deleted, and the keys of blobs that those rows named. */
export type Purged = { rows: number; keys: string[] };

export async function findPurgeable(before: Date): Promise<string[]> {
  const rows = await database().workspace.findMany({
    where: { deletedAt: { lt: before } },
    orderBy: { deletedAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** With all that hangs on a document: pages, jobs, extractions, comments. */
export async function purgeDocuments(
  tx: Tx,
  where: { workspaceId: string } | { deletedAt: { lt: Date } },
  limit: number,
): Promise<Purged> {
  const documents = await tx.document.findMany({
    where,
    take: limit,
    select: { id: true, sha256: true, unlockedSha256: true },
  });
  const ids = documents.map(({ id }) => id);
  const pages = await tx.page.findMany({
    where: { documentId: { in: ids } },
    select: { imageSha256: true, thumbnailSha256: true, largeSha256: true },
  });
  await tx.document.deleteMany({ where: { id: { in: ids } } });
  const keys = [
    ...documents.flatMap(({ sha256, unlockedSha256 }) => [sha256, unlockedSha256]),
    ...pages.flatMap(({ imageSha256, thumbnailSha256, largeSha256 }) => [
      ...[imageSha256, thumbnailSha256, largeSha256],
    ]),
  ];
  return { rows: ids.length, keys: named(keys) };
}

/** With their deliveries. */
export async function purgePredictions(tx: Tx, workspaceId: string, limit: number): Promise<Purged> {
  const rows = await tx.$queryRaw<{ keys: string[] }[]>`
    DELETE FROM prediction WHERE id IN (SELECT id FROM prediction WHERE workspace_id = ${workspaceId} LIMIT ${limit})
    RETURNING ARRAY(SELECT value FROM jsonb_each_text(input_files)) AS keys`;
  return { rows: rows.length, keys: rows.flatMap(({ keys }) => keys) };
}

export async function purgeFiles(tx: Tx, workspaceId: string, limit: number): Promise<Purged> {
  const rows = await tx.$queryRaw<{ key: string | null }[]>`
    WITH files AS (
      DELETE FROM api_file WHERE id IN (SELECT id FROM api_file WHERE workspace_id = ${workspaceId} LIMIT ${limit})
      RETURNING sha256
    ), uploads AS (
      DELETE FROM upload WHERE id IN (SELECT id FROM upload WHERE workspace_id = ${workspaceId} LIMIT ${limit})
      RETURNING sha256
    ), exports AS (
      DELETE FROM export WHERE id IN (SELECT id FROM export WHERE workspace_id = ${workspaceId} LIMIT ${limit})
      RETURNING sha256
    )
    SELECT sha256 AS key FROM files UNION ALL SELECT sha256 FROM uploads UNION ALL SELECT sha256 FROM exports`;
  return { rows: rows.length, keys: named(rows.map(({ key }) => key)) };
}

/** The last step: the workspace and what names no blobs. */
export async function purgeWorkspaceRow(tx: Tx, workspaceId: string): Promise<void> {
  // A folder inside another holds that one; their order would decide.
  await tx.folder.updateMany({ where: { workspaceId }, data: { parentId: null } });
  await tx.workspace.deleteMany({ where: { id: workspaceId } });
}

function named(keys: readonly (string | null)[]): string[] {
  return keys.filter((key) => key !== null);
}

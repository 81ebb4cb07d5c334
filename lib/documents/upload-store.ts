import type { Scope } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/database.ts';

export type Upload = {
  id: string;
  userId: string;
  name: string;
  contentType: string;
  size: number;
  sha256: string;
};

export async function insertUpload(tx: Tx, scope: Scope, row: Upload): Promise<void> {
  await tx.upload.create({ data: { ...row, workspaceId: scope.workspaceId } });
}

/** Takes the upload for a document: it is given out once. */
export async function consumeUpload(
  tx: Tx,
  scope: Scope,
  id: string,
  now: Date,
): Promise<Upload | 'consumed' | null> {
  const where = { id, workspaceId: scope.workspaceId };
  const { count } = await tx.upload.updateMany({
    where: { ...where, consumedAt: null },
    data: { consumedAt: now },
  });
  const upload = await tx.upload.findFirst({
    where,
    select: { id: true, userId: true, name: true, contentType: true, size: true, sha256: true },
  });
  return upload && count === 0 ? 'consumed' : upload;
}

/** Deletes up to `limit` uploads from before `before`, consumed ones too. @returns the blob key of each */
export async function deleteUploadsBefore(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const removed = await tx.$queryRaw<{ sha256: string }[]>`
    DELETE FROM upload
    WHERE id IN (SELECT id FROM upload WHERE created_at < ${before} ORDER BY created_at LIMIT ${limit})
    RETURNING sha256`;
  return removed.map(({ sha256 }) => sha256);
}

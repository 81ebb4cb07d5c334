import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import type { Page } from './document.ts';

const fields = {
  number: true,
  width: true,
  height: true,
  imageSha256: true,
  thumbnailSha256: true,
  largeSha256: true,
} as const;

/** In page order; all of them when no numbers are given. */
export function findPages(scope: Scope, documentId: string, numbers?: readonly number[]): Promise<Page[]> {
  return database().page.findMany({
    where: {
      workspaceId: scope.workspaceId,
      documentId,
      document: { deletedAt: null, trashedAt: null },
      ...(numbers && { number: { in: [...numbers] } }),
    },
    orderBy: { number: 'asc' },
    select: fields,
  });
}

export async function insertPages(
  tx: Tx,
  scope: Scope,
  documentId: string,
  sizes: readonly { width: number; height: number }[],
): Promise<void> {
  const data = sizes.map(({ width, height }, index) => ({
    id: newId(),
    workspaceId: scope.workspaceId,
    documentId,
    number: index + 1,
    width,
    height,
  }));
  await tx.page.createMany({ data });
}

export async function setPageImages(
  tx: Tx,
  scope: Scope,
  documentId: string,
  number: number,
  images: { imageSha256: string; thumbnailSha256: string } | { largeSha256: string },
): Promise<boolean> {
  const { count } = await tx.page.updateMany({
    where: { workspaceId: scope.workspaceId, documentId, number },
    data: images,
  });
  return count > 0;
}

import type { Scope } from '#lib/access/index.ts';
import { holdBlob, writeBlob } from '#lib/blobs/index.ts';
import { announce } from '#lib/live/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { setPageImages } from './page-store.ts';

export const MAX_PICTURE_BYTES = 50 * 1_048_576;

/** Stores a page's two pictures (WebP) and tells open pages. Safe to repeat. @throws Unavailable */
export async function recordPageImages(
  scope: Scope,
  documentId: string,
  number: number,
  pictures: { image: Uint8Array; thumbnail: Uint8Array },
): Promise<void> {
  const image = await writeBlob([pictures.image], { maxBytes: MAX_PICTURE_BYTES });
  const thumbnail = await writeBlob([pictures.thumbnail], { maxBytes: MAX_PICTURE_BYTES });
  await inTransaction(async (tx) => {
    const images = { imageSha256: image.sha256, thumbnailSha256: thumbnail.sha256 };
    if (!(await setPageImages(tx, scope, documentId, number, images))) return;
    await holdBlob(tx, image.sha256, thumbnail.sha256);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId, page: number });
  });
}

import type { Scope } from '#lib/access/index.ts';
import { holdBlob, writeBlob } from '#lib/blobs/index.ts';
import { announce } from '#lib/live/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { setPageImages } from './page-store.ts';
import { MAX_PICTURE_BYTES } from './record-page-images.ts';

/**
 * Notes the picture for reading a page closely: one that was drawn (WebP), or the key of one that is stored. Tells
 * open pages. Safe to repeat. @throws Unavailable
 */
export async function recordLargePicture(
  scope: Scope,
  documentId: string,
  number: number,
  picture: Uint8Array | string,
): Promise<void> {
  const largeSha256 =
    typeof picture === 'string'
      ? picture
      : (await writeBlob([picture], { maxBytes: MAX_PICTURE_BYTES })).sha256;
  await inTransaction(async (tx) => {
    if (!(await setPageImages(tx, scope, documentId, number, { largeSha256 }))) return;
    await holdBlob(tx, largeSha256);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId, page: number });
  });
}

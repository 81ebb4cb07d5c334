import type { Scope } from '#lib/access/index.ts';
import { blobFile } from '#lib/blobs/index.ts';
import { getDocument } from './get-document.ts';
import { findPages } from './page-store.ts';

/** `path` is for programs that read files; what is behind it must not be changed. */
export type FileToRead = { path: string; name: string; contentType: string; sha256: string };
export type PictureFile = { path: string; contentType: 'image/webp' };

/** Where the bytes lie that are read: those uploaded, without their encryption if they had one. @throws NotFound */
export async function fileToRead(scope: Scope, documentId: string): Promise<FileToRead> {
  const { name, contentType, sha256, unlockedSha256 } = await getDocument(scope, documentId);
  const key = unlockedSha256 ?? sha256;
  return { path: await blobFile(key), name, contentType, sha256: key };
}

/** Where the page's picture lies; null while it is not rendered. */
export async function pictureFile(
  scope: Scope,
  documentId: string,
  number: number,
): Promise<PictureFile | null> {
  const [page] = await findPages(scope, documentId, [number]);
  return page?.imageSha256 ? { path: await blobFile(page.imageSha256), contentType: 'image/webp' } : null;
}

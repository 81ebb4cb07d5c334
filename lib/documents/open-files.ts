import type { Scope } from '#lib/access/index.ts';
import { readBlob } from '#lib/blobs/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { getDocument } from './get-document.ts';
import { findPages } from './page-store.ts';

export type OpenedFile = {
  name: string;
  contentType: string;
  /** Names the content: the same key, the same bytes. */
  sha256: string;
  /** Begins to read; the caller reads the stream to its end or cancels it. `size` in bytes. */
  open(): Promise<{ size: number; stream: ReadableStream<Uint8Array> }>;
};

/** The file as it was uploaded. @throws NotFound */
export async function openOriginal(scope: Scope, documentId: string): Promise<OpenedFile> {
  const { name, contentType, sha256 } = await getDocument(scope, documentId);
  return { name, contentType, sha256, open: () => readBlob(sha256) };
}

/** The page's picture for the screen. @throws NotFound, also while it is not rendered yet. */
export function openPageImage(scope: Scope, documentId: string, number: number): Promise<OpenedFile> {
  return openPicture(scope, documentId, number, 'imageSha256');
}

/** The page's small picture. @throws NotFound, also while it is not rendered yet. */
export function openThumbnail(scope: Scope, documentId: string, number: number): Promise<OpenedFile> {
  return openPicture(scope, documentId, number, 'thumbnailSha256');
}

async function openPicture(
  scope: Scope,
  documentId: string,
  number: number,
  which: 'imageSha256' | 'thumbnailSha256',
): Promise<OpenedFile> {
  const [page] = await findPages(scope, documentId, [number]);
  const sha256 = page?.[which];
  if (!sha256) throw new NotFound('There is no picture of this page.');
  return pictureOf(number, sha256);
}

export function pictureOf(number: number, sha256: string): OpenedFile {
  return { name: `page-${number}.webp`, contentType: 'image/webp', sha256, open: () => readBlob(sha256) };
}

import type { Page } from './document.ts';

/** Paths of a page's pictures in the portal; the key in them changes with the bytes, so they cache for ever. */
export function pageUrls(
  documentId: string,
  page: Pick<Page, 'number' | 'imageSha256' | 'thumbnailSha256'>,
): { imageUrl: string | null; thumbnailUrl: string | null } {
  const folder = `/api/documents/${documentId}/pages/${page.number}`;
  return {
    imageUrl: page.imageSha256 && `${folder}/image?v=${page.imageSha256.slice(0, 16)}`,
    thumbnailUrl: page.thumbnailSha256 && `${folder}/thumbnail?v=${page.thumbnailSha256.slice(0, 16)}`,
  };
}

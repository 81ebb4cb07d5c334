import type { SearchAnswer } from '#lib/contracts/index.ts';
import { pageUrls } from '#lib/documents/index.ts';
import type { FoundPages } from '#lib/search/index.ts';

/** Gives what was found the addresses of its pictures. */
export function toSearchAnswer({ hits, ...answer }: FoundPages): SearchAnswer {
  return {
    ...answer,
    hits: hits.map(({ thumbnailSha256, ...hit }) => {
      const page = { number: hit.pageNumber, imageSha256: null, thumbnailSha256 };
      return { ...hit, thumbnailUrl: pageUrls(hit.documentId, page).thumbnailUrl };
    }),
  };
}

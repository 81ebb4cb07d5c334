import type { DocumentProgress } from '#lib/contracts/index.ts';

/** Puts news of some pages into what is known. Pages without news keep their identity, so they are not redrawn. */
export function mergeProgress(shown: DocumentProgress, news: DocumentProgress): DocumentProgress {
  const changed = new Map(news.pages.map((page) => [page.number, page]));
  const pages = shown.pages.map((page) => changed.get(page.number) ?? page);
  const known = new Set(shown.pages.map(({ number }) => number));
  const added = news.pages.filter(({ number }) => !known.has(number));
  return {
    document: news.document,
    pages: [...pages, ...added].sort((one, other) => one.number - other.number),
  };
}

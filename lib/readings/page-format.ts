import type { NumberedPage } from './read-page.ts';

export type DocumentFacts = {
  name: string;
  /** How many pages are written. */
  pageCount: number;
};

/** How a format writes a document: piece by piece, so that a long one need not be held as a whole. */
export type PageFormat = {
  head(document: DocumentFacts): string;
  page(page: NumberedPage): string;
  /** Between two pages. */
  between: string;
  foot: string;
};

/** The pieces of a document, a page at a time. */
export async function* writePages(
  format: PageFormat,
  pages: AsyncIterable<NumberedPage> | Iterable<NumberedPage>,
  document: DocumentFacts,
): AsyncGenerator<string> {
  let before = format.head(document);
  for await (const page of pages) {
    yield before + format.page(page);
    before = format.between;
  }
  // No page at all still has its head.
  yield before === format.between ? format.foot : before + format.foot;
}

/** A whole document as one text. */
export function documentText(
  format: PageFormat,
  pages: readonly NumberedPage[],
  document: DocumentFacts,
): string {
  return format.head(document) + pages.map(format.page).join(format.between) + format.foot;
}

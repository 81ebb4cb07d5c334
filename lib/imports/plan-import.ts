import type { Scope } from '#lib/access/index.ts';
import { listPages } from '#lib/documents/index.ts';
import { reviewOverview } from '#lib/extractions/index.ts';
import { InvalidInput, NotFound } from '#lib/platform/index.ts';
import { type LayoutFile, type LayoutPage, readLayout } from '#lib/readings/index.ts';
import type { ImportSource } from './import-source.ts';

/** More than any page holds. */
const MAX_LINES = 5_000;

export type ImportPlan = {
  format: Extract<LayoutFile, { outcome: 'read' }>['format'];
  pages: { number: number; layout: LayoutPage }[];
  /** Pages that nothing was read on yet. */
  unread: number[];
};

/** Which page of the file goes to which page of the document. @throws NotFound; InvalidInput for a file that does not fit */
export async function planImport(
  scope: Scope,
  documentId: string,
  { text, pageNumber }: ImportSource,
): Promise<ImportPlan> {
  const known = new Set((await reviewOverview(scope, documentId)).map((page) => page.pageNumber));
  const count = (await listPages(scope, documentId)).length;
  if (pageNumber !== undefined && !known.has(pageNumber)) {
    throw new NotFound('Nothing has been read on this page yet.');
  }
  const file = readLayout(text);
  if (file.outcome === 'unreadable') throw new InvalidInput(file.problem);
  const numbered = numberedPages(file.pages, count, pageNumber);
  const crowded = numbered.find(({ layout }) => layout.lines.length > MAX_LINES);
  if (crowded) {
    throw new InvalidInput(`Page ${crowded.number} has more than ${MAX_LINES} lines in the file.`);
  }
  return {
    format: file.format,
    pages: numbered.filter(({ number }) => known.has(number)),
    unread: numbered.map(({ number }) => number).filter((number) => !known.has(number)),
  };
}

function numberedPages(
  pages: readonly LayoutPage[],
  count: number,
  pageNumber: number | undefined,
): ImportPlan['pages'] {
  const all = pages.map((layout, index) => ({ number: index + 1, layout }));
  if (pageNumber === undefined) {
    if (pages.length === count) return all;
    throw new InvalidInput(
      `The file has ${said(pages.length)} and this document has ${said(count)}. To import a single page, open that page in the review.`,
    );
  }
  if (pages.length === 1) return all.map(({ layout }) => ({ number: pageNumber, layout }));
  if (pages.length === count) return all.filter(({ number }) => number === pageNumber);
  throw new InvalidInput(
    `The file has ${said(pages.length)}, so it is not clear which of them is page ${pageNumber}. Choose a file with this page alone, or with all ${said(count)} of the document.`,
  );
}

function said(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

import type { Scope } from '#lib/access/index.ts';
import type { Document } from '#lib/documents/index.ts';
import { correctedReadings } from '#lib/extractions/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import type { NumberedPage } from '#lib/readings/index.ts';

/** A document, or some of its pages. */
export type DocumentPart = { document: Document; pages?: readonly number[] | undefined };

/** A page to be written, as it reads now. */
export type ExportPage = NumberedPage & {
  /** How the stored page was turned to be upright. */
  turned: 0 | 90 | 180 | 270;
  /** Nobody corrected the text, and it is that which the PDF page itself holds. */
  isFilesOwn: boolean;
};

/** Numbers of the pages in order. @throws NotFound when none of those asked for exists. */
export function pageNumbers({ document: { pageCount }, pages }: DocumentPart): number[] {
  const all = Array.from({ length: pageCount ?? 0 }, (_, index) => index + 1);
  const numbers = pages ? all.filter((number) => pages.includes(number)) : all;
  if (numbers.length === 0) throw new NotFound('There is no such page.');
  return numbers;
}

/** The pages in order, with what people corrected, one after the other with little memory. */
export async function* documentPages(scope: Scope, part: DocumentPart): AsyncGenerator<ExportPage> {
  const numbers = part.pages && pageNumbers(part);
  for await (const page of correctedReadings(scope, part.document.id, numbers)) {
    const { pageNumber, reading, machine, isCorrected } = page;
    yield {
      number: pageNumber,
      reading,
      turned: machine?.turned ?? 0,
      isFilesOwn: machine?.source === 'text_layer' && !isCorrected,
    };
  }
}

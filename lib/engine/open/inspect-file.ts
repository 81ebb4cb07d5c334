import type { DocumentInfo, PageSize } from '../document-info.ts';
import { EngineError } from '../engine-error.ts';
import { identifyFile } from './file-format.ts';
import { imagePages } from './image-file.ts';
import { pdfPages } from './pdf-file.ts';

/** A book's worth. The portal writes and shows all pages of a document together, which must stay quick. */
const MAX_PAGES = 2_000;

/** Kind, format and page sizes of a file, from its structure alone: no page is decoded. */
export async function inspectFile(file: string, password?: string): Promise<DocumentInfo> {
  const format = await identifyFile(file);
  if (format === 'pdf') return { kind: 'pdf', format, pages: checkCount(await pdfPages(file, password)) };
  return { kind: 'image', format, pages: await imagePages(file, format) };
}

function checkCount(pages: PageSize[]): PageSize[] {
  if (pages.length <= MAX_PAGES) return pages;
  const [found, limit] = [pages.length, MAX_PAGES].map((count) => count.toLocaleString('en'));
  throw new EngineError(
    'too_large',
    `This PDF has ${found} pages; at most ${limit} are read. Split it and upload the parts.`,
  );
}

import type { Scope } from '#lib/access/index.ts';
import { type ExportFormat, exportFormatFacts } from '#lib/contracts/index.ts';
import { LimitReached } from '#lib/platform/index.ts';
import {
  altoFormat,
  csvFormat,
  docxFile,
  hocrFormat,
  jsonFormat,
  markdownFormat,
  type NumberedPage,
  type PageFormat,
  pageXml,
  textFormat,
  writePages,
} from '#lib/readings/index.ts';
import { type DocumentPart, documentPages, pageNumbers } from './document-pages.ts';
import { baseName } from './file-names.ts';

/** A file to be written. Reading `content` may fail when the database does. */
export type ExportFile = { name: string; content: AsyncIterable<Uint8Array>; isCompressed: boolean };

/** Word documents are built as a whole; a book of that size is 100 MB of memory. */
const MAX_DOCX_PAGES = 500;

const pageFormats: Record<Exclude<ExportFormat, 'page' | 'docx' | 'pdf'>, PageFormat> = {
  txt: textFormat,
  md: markdownFormat,
  json: jsonFormat,
  hocr: hocrFormat,
  alto: altoFormat,
  csv: csvFormat,
};

/**
 * One document in one format: a file, or several where a format holds one page each. Pages that could not be read
 * stand empty. @throws LimitReached when the format cannot hold that many pages.
 */
export async function documentFiles(
  scope: Scope,
  part: DocumentPart,
  format: Exclude<ExportFormat, 'pdf'>,
  now: Date,
): Promise<ExportFile[]> {
  const { name } = part.document;
  const base = baseName(name);
  const numbers = pageNumbers(part);
  const file = (content: AsyncIterable<Uint8Array>): ExportFile => ({
    name: `${base}.${exportFormatFacts[format].extension}`,
    content,
    isCompressed: format === 'docx',
  });
  const facts = { name, pageCount: numbers.length };
  const read = () => documentPages(scope, part);
  if (format === 'page') return pageFiles(base, read(), numbers, now);
  if (format !== 'docx') return [file(encoded(writePages(pageFormats[format], read(), facts)))];
  if (numbers.length > MAX_DOCX_PAGES)
    throw new LimitReached(
      `A Word document holds at most ${MAX_DOCX_PAGES} pages. Export fewer pages at a time, or in another format.`,
    );
  return [file(once(async () => docxFile(await allOf(read()), facts)))];
}

/** PAGE XML holds one page a file; of several pages, they stand in a folder. */
function pageFiles(
  base: string,
  pages: AsyncIterable<NumberedPage>,
  numbers: readonly number[],
  now: Date,
): ExportFile[] {
  const reader = pages[Symbol.asyncIterator]();
  return numbers.map((number) => {
    const page = `page-${String(number).padStart(4, '0')}`;
    const name = numbers.length === 1 ? `${base}.page.xml` : `${base}/${page}.page.xml`;
    const content = once(async () => {
      const { value } = await reader.next();
      return Buffer.from(pageXml(value ?? { number, reading: null }, `${page}.webp`, now));
    });
    return { name, content, isCompressed: false };
  });
}

async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}

async function* once(make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await make();
}

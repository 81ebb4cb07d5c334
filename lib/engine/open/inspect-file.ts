import type { DocumentInfo } from '../document-info.ts';
import { identifyFile } from './file-format.ts';
import { imagePages } from './image-file.ts';
import { pdfPages } from './pdf-file.ts';

/** Kind, format and page sizes of a file, from its structure alone: no page is decoded. */
export async function inspectFile(file: string): Promise<DocumentInfo> {
  const format = await identifyFile(file);
  if (format === 'pdf') return { kind: 'pdf', format, pages: await pdfPages(file) };
  return { kind: 'image', format, pages: await imagePages(file, format) };
}

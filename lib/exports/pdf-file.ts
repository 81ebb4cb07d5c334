import { createReadStream } from 'node:fs';
import type { Scope } from '#lib/access/index.ts';
import { fileToRead } from '#lib/documents/index.ts';
import type { ExportFile } from './document-files.ts';
import { type DocumentPart, documentPages, pageNumbers } from './document-pages.ts';
import { baseName } from './file-names.ts';
import { textLayers, type WritePdf } from './text-layers.ts';

/**
 * A document as a PDF in which its text can be found. A PDF of all pages begins with the bytes of the original.
 * @throws what `writePdf` throws
 */
export async function pdfFile(
  scope: Scope,
  part: DocumentPart,
  writePdf: WritePdf,
  signal: AbortSignal,
): Promise<ExportFile> {
  const { id, name } = part.document;
  const { path } = await fileToRead(scope, id);
  const layers = await textLayers(documentPages(scope, part));
  const input = { file: path, layers, ...(part.pages && { pages: pageNumbers(part) }) };
  const { follows, bytes } = await writePdf(input, { signal });
  return { name: `${baseName(name)}.pdf`, content: content(), isCompressed: true };

  async function* content(): AsyncGenerator<Uint8Array> {
    if (follows) yield* createReadStream(path);
    yield bytes;
  }
}

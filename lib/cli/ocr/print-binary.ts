import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EnginePool, PageReading, TextLayer } from '#lib/engine/index.ts';
import { docxFile } from '#lib/readings/index.ts';
import type { ReadFile } from './read-file.ts';

/** Formats that are no text: one file at a time, for a pipe or a redirection. */
export const binaryFormats = ['docx', 'pdf'] as const;
export type BinaryFormat = (typeof binaryFormats)[number];

/** The file as a Word document, or as a PDF in which its text can be found. @throws EngineError */
export async function binaryOf(
  pool: EnginePool,
  { file, pages }: ReadFile,
  format: BinaryFormat,
): Promise<Uint8Array> {
  if (format === 'docx') {
    const numbered = pages.map((reading, index) => ({ number: index + 1, reading }));
    return docxFile(numbered, { name: basename(file), pageCount: pages.length });
  }
  const layers = pages.flatMap((reading, index) => layerOf(reading, index + 1));
  const { follows, bytes } = await pool.searchablePdf({ file, layers });
  return follows ? Buffer.concat([await readFile(file), bytes]) : bytes;
}

/** A page that holds its text itself keeps it. */
function layerOf(reading: PageReading | null, page: number): TextLayer[] {
  if (!reading || reading.source === 'text_layer') return [];
  const { width, height, turned = 0, lines } = reading;
  return [{ page, width, height, turned, lines }];
}

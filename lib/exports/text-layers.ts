import type { ExportPage } from './document-pages.ts';

/** What a writer of PDFs is told about a page: words in pixels of the upright page (engine: TextLayer). */
export type PageLayer = {
  page: number;
  width: number;
  height: number;
  turned: 0 | 90 | 180 | 270;
  lines: { text: string; box: Box; words: { text: string; box: Box }[] }[];
};

/** Writes the file at `path` as a PDF with these layers; `follows`: the bytes belong after those of the file. */
export type WritePdf = (
  input: { file: string; layers: readonly PageLayer[]; pages?: readonly number[] },
  options: { signal: AbortSignal },
) => Promise<{ follows: boolean; bytes: Uint8Array }>;

type Box = [number, number, number, number];

/** Layers for the pages whose file does not hold the text itself, or holds another. */
export async function textLayers(pages: AsyncIterable<ExportPage>): Promise<PageLayer[]> {
  const layers: PageLayer[] = [];
  for await (const { number, reading, turned, isFilesOwn } of pages) {
    // Services that answer text alone tell no places.
    if (!reading || isFilesOwn || reading.width === 0) continue;
    const { width, height } = reading;
    const lines = reading.lines.map(({ text, box, words }) => ({
      text,
      box,
      words: words.map((word) => ({ text: word.text, box: word.box })),
    }));
    layers.push({ page: number, width, height, turned, lines });
  }
  return layers;
}

import type { Block, PageReading } from '#lib/contracts/index.ts';

/** What the formats need of a page's reading. Readings of earlier versions have no blocks. */
export type ReadPage = Pick<PageReading, 'text' | 'width' | 'height' | 'lines' | 'blocks'>;

export type PageLine = ReadPage['lines'][number];
export type PageWord = PageLine['words'][number];
export type Box = PageLine['box'];

/** The blocks of a page; those of an earlier reading are its lines. */
export function blocksOf({ lines, blocks }: ReadPage): Block[] {
  return blocks ?? lines.map(({ box }, index) => ({ type: 'paragraph', box, lines: [index] }));
}

export function linesAt({ lines }: ReadPage, places: readonly number[]): PageLine[] {
  return places.flatMap((place) => lines[place] ?? []);
}

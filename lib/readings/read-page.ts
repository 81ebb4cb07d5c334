import type { Block, PageReading } from '#lib/contracts/index.ts';

/** What the formats need of a page's reading. Readings of earlier versions have no blocks. */
export type ReadPage = Omit<
  Pick<PageReading, 'text' | 'width' | 'height' | 'lines' | 'blocks'>,
  'lines' | 'blocks'
> & { lines: PageLine[]; blocks?: Block[] | undefined };

/** A page of a document by its number there, from 1; null: it could not be read. */
export type NumberedPage = { number: number; reading: ReadPage | null };

export type PageLine = Omit<PageReading['lines'][number], 'words' | 'confidence'> & {
  confidence: number | null;
  words: PageWord[];
};
/** No machine read a word without confidence. `by`: a person changed it, or found it right. */
export type PageWord = Omit<PageReading['lines'][number]['words'][number], 'confidence'> & {
  confidence: number | null;
  by?: 'corrected' | 'confirmed' | undefined;
};
export type Box = PageLine['box'];

/** The blocks of a page; those of an earlier reading are its lines. */
export function blocksOf({ lines, blocks }: ReadPage): Block[] {
  return blocks ?? lines.map(({ box }, index) => ({ type: 'paragraph', box, lines: [index] }));
}

export function linesAt({ lines }: ReadPage, places: readonly number[]): PageLine[] {
  return places.flatMap((place) => lines[place] ?? []);
}

/** Smallest box around these lines; null when there are none. */
export function boxAround(lines: readonly PageLine[]): Box | null {
  if (lines.length === 0) return null;
  return [
    Math.min(...lines.map(({ box }) => box[0])),
    Math.min(...lines.map(({ box }) => box[1])),
    Math.max(...lines.map(({ box }) => box[2])),
    Math.max(...lines.map(({ box }) => box[3])),
  ];
}

/** Whole pixels that cover the box. */
export function pixelBox([left, top, right, bottom]: Box): Box {
  return [
    Math.max(0, Math.floor(left)),
    Math.max(0, Math.floor(top)),
    Math.max(0, Math.ceil(right)),
    Math.max(0, Math.ceil(bottom)),
  ];
}

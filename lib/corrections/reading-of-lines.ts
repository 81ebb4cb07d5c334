import type { Block, ExtractionLine, ExtractionWord, PageReading } from '#lib/contracts/index.ts';
import { type Box, unionOf } from './box.ts';
import { regroupBlocks } from './regroup-blocks.ts';
import { textOfLines } from './text-of-lines.ts';

/** A page as it reads now, in the form of a machine's reading, for everything that is made from readings. */
export type CorrectedReading = Pick<PageReading, 'text' | 'width' | 'height'> & {
  lines: ReadLine[];
  blocks?: Block[];
};

type MachineLine = PageReading['lines'][number];
/** Words tell whether a person changed them or found them right. */
type ReadLine = Omit<MachineLine, 'words'> & {
  words: (MachineLine['words'][number] & Pick<ExtractionWord, 'by'>)[];
};

/**
 * Lines with their corrections as a page reading: the blocks of the machine's reading with the lines that belong to
 * them now (empty ones are left out), and confidence 1 for words that a person wrote or confirmed. A line without a place stands at the foot
 * of the one before; a page of text alone measures 0 by 0, and so do all of its boxes.
 */
export function readingOfLines(base: PageReading | null, lines: readonly ExtractionLine[]): CorrectedReading {
  const size = { width: base?.width ?? 0, height: base?.height ?? 0 };
  const said = lines.filter(({ text }) => text !== '');
  const read: ReadLine[] = [];
  for (const line of said) {
    const above: Box = read.at(-1)?.box ?? [0, 0, size.width, 0];
    read.push(readLine(line, line.box ?? footOf(above, size.height)));
  }
  const blocks = base?.blocks && regroupBlocks(base.blocks, said, read);
  return { text: textOfLines(said, base), ...size, lines: read, ...(blocks && { blocks }) };
}

function readLine({ text, words }: ExtractionLine, box: Box): ReadLine {
  const read = words.map((word) => ({
    text: word.text,
    confidence: word.by ? 1 : (word.confidence ?? 0),
    box: word.box ?? box,
    ...(word.by && { by: word.by }),
  }));
  const letters = read.reduce((sum, word) => sum + word.text.length, 0);
  const sureness = read.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return {
    text,
    confidence: letters === 0 ? 0 : Math.round((1000 * sureness) / letters) / 1000,
    box: unionOf([box, ...words.map((word) => word.box)]) ?? box,
    words: read,
  };
}

function footOf([left, , right, bottom]: Box, height: number): Box {
  return [left, Math.min(bottom, height), right, Math.min(bottom + 1, height)];
}

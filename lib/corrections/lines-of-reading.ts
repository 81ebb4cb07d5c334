import type { ExtractionLine, PageReading } from '#lib/contracts/index.ts';
import { placeWords, wordsOfText } from './word-places.ts';

const CONTROLS = /\p{Cc}+/gu;
const MAX_LINE_LENGTH = 10_000;

/**
 * What the machine read on a page, as lines `r0`, `r1`, …; those of a service that gives text alone end where the
 * text's lines end, and nothing in them has a place.
 */
export function linesOfReading(reading: Pick<PageReading, 'lines'> | null, text: string): ExtractionLine[] {
  return reading ? reading.lines.map(lineOfReading) : linesOfText(text);
}

function lineOfReading(
  { text: read, box, words }: PageReading['lines'][number],
  index: number,
): ExtractionLine {
  const text = read.replace(CONTROLS, ' ');
  const placed = placeWords(words, text).map(({ word }) => word);
  return {
    id: `r${index}`,
    text,
    box,
    words: placed.map((word) => ({ text: word.text, confidence: word.confidence, box: word.box })),
  };
}

function linesOfText(text: string): ExtractionLine[] {
  const lines = text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u)
    .map((line) => line.replace(CONTROLS, ' ').trim())
    .filter((line) => line !== '')
    .flatMap(inPieces);
  return lines.map((line, index) => ({ id: `r${index}`, text: line, box: null, words: wordsOfText(line) }));
}

function inPieces(line: string): string[] {
  if (line.length <= MAX_LINE_LENGTH) return [line];
  return line.match(new RegExp(`.{1,${MAX_LINE_LENGTH / 2}}`, 'gu')) ?? [];
}

import type { Extraction, ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import type { LayoutLine, LayoutPage } from '#lib/readings/index.ts';

type Box = NonNullable<ExtractionLine['box']>;
type Place = (box: Box | null) => Box | null;

/** Of the longer by the shorter side: scans are cut differently, another page is not as near. */
const OTHER_SHAPE = 1.1;

/**
 * The lines of a page in a file as lines of our page: places are scaled from the size that the file tells to that of
 * the upright page, and left out where our page has none. `nameOf` gives the lines their ids.
 */
export function linesOnPage(
  { width, height, lines }: LayoutPage,
  size: Extraction['size'],
  nameOf: (index: number) => string,
): ExtractionLine[] {
  const place: Place = (box) =>
    box && size ? scaled(box, size, width ?? size.width, height ?? size.height) : null;
  return lines.map((line, index) => ({ id: nameOf(index), ...lineOnPage(line, place) }));
}

/** Whether the page in the file has other proportions than ours. */
export function hasOtherShape({ width, height }: LayoutPage, size: Extraction['size']): boolean {
  if (!width || !height || !size) return false;
  const ratio = (width * size.height) / (height * size.width);
  return Math.max(ratio, 1 / ratio) > OTHER_SHAPE;
}

function lineOnPage({ text, box, words }: LayoutLine, place: Place): Omit<ExtractionLine, 'id'> {
  const placed = words.map(({ text, confidence, box, isCorrected }): ExtractionWord => {
    const word = { text, confidence, box: place(box) };
    return isCorrected ? { ...word, by: 'corrected' } : word;
  });
  const whole = place(box) ?? around(placed);
  return { text, box: whole, words: placed.length > 0 ? placed : shares(text, whole) };
}

function scaled(
  [x0, y0, x1, y1]: Box,
  size: { width: number; height: number },
  width: number,
  height: number,
): Box {
  const [left, right] = within(x0 * (size.width / width), x1 * (size.width / width), size.width);
  const [top, bottom] = within(y0 * (size.height / height), y1 * (size.height / height), size.height);
  return [left, top, right, bottom];
}

function within(from: number, to: number, limit: number): [start: number, end: number] {
  const start = Math.min(limit, Math.max(0, Math.round(from)));
  return [start, Math.min(limit, Math.max(start, Math.round(to)))];
}

function around(words: readonly ExtractionWord[]): Box | null {
  const boxes = words.flatMap(({ box }) => (box ? [box] : []));
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([x0]) => x0)),
    Math.min(...boxes.map(([, y0]) => y0)),
    Math.max(...boxes.map(([, , x1]) => x1)),
    Math.max(...boxes.map(([, , , y1]) => y1)),
  ];
}

/** Words of a line that the file gives as a whole: each gets the part of its box that its letters make up. */
function shares(text: string, box: Box | null): ExtractionWord[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    confidence: null,
    box: box && partOf(box, index / text.length, (index + word.length) / text.length),
  }));
}

function partOf([x0, y0, x1, y1]: Box, from: number, to: number): Box {
  const at = (share: number) => Math.round(x0 + share * (x1 - x0));
  return [at(from), y0, at(to), y1];
}

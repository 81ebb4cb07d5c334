import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import type { Box } from '../picture/places.ts';

type Boxed = ExtractionLine & { box: Box };

/** Of a line's box, from which on the line counts as lying in the region. */
const INSIDE = 0.8;

/**
 * The steps that put what was read in a region into the text: in the reading order of the page, in place of the lines
 * that lie in the region. `found` have the names that the new lines get.
 */
export function regionChange(
  lines: readonly ExtractionLine[],
  region: Box,
  found: readonly ExtractionLine[],
): LineOperation[] {
  const old = lines.filter(isBoxed).filter(({ box }) => shareInside(box, region) >= INSIDE);
  const gone = new Set(old.map(({ id }) => id));
  const first = lines.findIndex(({ id }) => gone.has(id));
  // What stands right before the lines that go stays.
  const start = first < 0 ? lineBefore(lines, region) : (lines[first - 1]?.id ?? null);
  const added = found.map(({ id, text, box, words }, index): LineOperation => {
    const after = found[index - 1]?.id ?? start;
    return { op: 'add', after, added: id, text, box, words };
  });
  return [...added, ...old.map(({ id }): LineOperation => ({ op: 'remove', line: id }))];
}

/**
 * What was found in a region without the words that stand in the text already: in lines that reach into the region, and
 * so stay. Lines of which nothing is left are left out.
 */
export function missingLines(
  lines: readonly ExtractionLine[],
  region: Box,
  found: readonly ExtractionLine[],
): ExtractionLine[] {
  const staying = lines.filter((line) => !isBoxed(line) || shareInside(line.box, region) < INSIDE);
  const known = staying.flatMap(({ words }) => words.flatMap(({ box }) => (box ? [box] : [])));
  return found.flatMap((line) => {
    const words = line.words.filter(({ box }) => !box || !known.some((other) => holds(other, middle(box))));
    if (words.length === line.words.length) return [line];
    return words.length === 0 ? [] : [{ ...line, words, text: words.map(({ text }) => text).join(' ') }];
  });
}

/** The line after which text at this place is read; null: it comes first. */
function lineBefore(lines: readonly ExtractionLine[], region: Box): string | null {
  const boxed = lines.filter(isBoxed);
  const inRow = boxed.filter(({ box }) => isBeside(box, region));
  const leftOf = inRow.filter(({ box }) => middle(box)[0] < middle(region)[0]);
  const nearest = leftOf.toSorted((a, b) => a.box[2] - b.box[2]).at(-1);
  if (nearest) return nearest.id;
  const rightOf = lines.findIndex(({ id }) => inRow.some((line) => line.id === id));
  if (rightOf >= 0) return lines[rightOf - 1]?.id ?? null;
  const above = boxed.filter(({ box }) => middle(box)[1] < middle(region)[1]);
  const inColumn = above.filter(({ box }) => box[0] < region[2] && region[0] < box[2]);
  const candidates = inColumn.length > 0 ? inColumn : above;
  const lowest = candidates.toSorted((a, b) => a.box[3] - b.box[3]).at(-1);
  return lowest ? endOfColumn(boxed, lowest, above).id : null;
}

/** Shorter lines of the same column may follow, still above the region. */
function endOfColumn(lines: readonly Boxed[], from: Boxed, above: readonly Boxed[]): Boxed {
  const next = lines[lines.indexOf(from) + 1];
  const goesOn = next && above.includes(next) && next.box[0] < from.box[2] && from.box[0] < next.box[2];
  return goesOn ? endOfColumn(lines, next, above) : from;
}

function isBoxed(line: ExtractionLine): line is Boxed {
  return line.box !== null;
}

function holds([x0, y0, x1, y1]: Box, [x, y]: [x: number, y: number]): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function middle([x0, y0, x1, y1]: Box): [x: number, y: number] {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

/** On one row: each has its middle within the other's height. */
function isBeside(a: Box, b: Box): boolean {
  const [ay, by] = [middle(a)[1], middle(b)[1]];
  return ay > b[1] && ay < b[3] && by > a[1] && by < a[3];
}

function shareInside([x0, y0, x1, y1]: Box, region: Box): number {
  const width = Math.min(x1, region[2]) - Math.max(x0, region[0]);
  const height = Math.min(y1, region[3]) - Math.max(y0, region[1]);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / ((x1 - x0) * (y1 - y0));
}

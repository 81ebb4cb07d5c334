import type { Box } from '../page-reading.ts';
import { GLYPH_WIDTH } from './glyphless-font.ts';
import type { LayerFont } from './layer-font.ts';
import type { PagePlace, PlacedBox } from './page-place.ts';
import type { LayerLine, LayerWord } from './text-layer.ts';

const INVISIBLE = 3;
const EM = 1_000;
// Marks that are far lower than their line (a dash, a full stop) take its height: readers would find them upon
// a line of their own.
const LOW = 0.5;
// Words that touch still have a blank between them if the line says so.
const NARROWEST = 0.01;
// Poppler takes words for one that are less than a tenth of their height apart. A word that somebody has added may even
// lie over its neighbour, whose box then ends earlier, but keeps this share of its width.
const APART = 0.12;
const LEAST_KEPT = 1 / 3;
const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/**
 * The content stream that writes the lines over a page without ink, each word exactly as wide and high as its
 * box. Blanks stand where the line has them. Empty when there is nothing to write.
 */
export function layerContent(
  lines: readonly LayerLine[],
  { font, fontName, place }: { font: Pick<LayerFont, 'codesOf'>; fontName: string; place: PagePlace },
): string {
  const words = lines.flatMap(lineContent);
  return words.length === 0 ? '' : `q BT ${INVISIBLE} Tr\n${words.join('\n')}\nET Q\n`;

  function lineContent(line: LayerLine): string[] {
    const words = asWritten(line);
    const blanks = blanksAfter({ ...line, words });
    return words.flatMap((word, index) => {
      const next = words[index + 1];
      const following = blanks[index] && next ? next.box : null;
      const drawn = { ...word, box: endedBefore(following, spannedBox(word, line)) };
      const gap = following && Math.max(0, following[0] - drawn.box[2]);
      const box = place.place(drawn.box);
      return box.width > 0 && box.height > 0 ? [wordContent(word.text, box, gapOf(box, drawn, gap))] : [];
    });
  }

  /** Of pixels in units of the page. */
  function gapOf(box: PlacedBox, { box: [left, , right] }: LayerWord, gap: number | null): number | null {
    return gap === null ? null : (gap * box.width) / Math.max(1, right - left);
  }

  function wordContent(text: string, box: PlacedBox, gap: number | null): string {
    const { origin, right, up, width, height } = box;
    const shown = RIGHT_TO_LEFT.test(text) ? [...text].reverse().join('') : text;
    const advance = (height * GLYPH_WIDTH) / EM;
    const widthOf = (wanted: number, letters: number) => number((100 * wanted) / (advance * letters));
    const matrix = [...right, ...up, ...origin].map(number).join(' ');
    const blank =
      gap === null ? '' : ` ${widthOf(Math.max(gap, NARROWEST * height), 1)} Tz <${font.codesOf(' ')}> Tj`;
    return `/${fontName} ${number(height)} Tf ${matrix} Tm ${widthOf(width, [...shown].length)} Tz <${font.codesOf(shown)}> Tj${blank}`;
  }
}

function spannedBox({ box }: LayerWord, line: LayerLine): LayerWord['box'] {
  const [left, top, right, bottom] = box;
  const isLow = bottom - top < LOW * (line.box[3] - line.box[1]);
  return isLow ? [left, line.box[1], right, line.box[3]] : [left, top, right, bottom];
}

/** The box as it is, or as much of it as leaves a blank before the next word of the row. */
function endedBefore(next: Box | null, [left, top, right, bottom]: Box): Box {
  const height = bottom - top;
  const isBeside = next && next[0] > left && Math.min(bottom, next[3]) - Math.max(top, next[1]) > height / 2;
  if (!isBeside) return [left, top, right, bottom];
  const least = left + (right - left) * LEAST_KEPT;
  return [left, top, Math.max(least, Math.min(right, next[0] - APART * height)), bottom];
}

/** From left to right, as readers expect what a page holds: they turn what runs from the right themselves. */
function asWritten({ words }: LayerLine): LayerWord[] {
  const runsFromRight = words.some(({ text }) => RIGHT_TO_LEFT.test(text));
  return runsFromRight ? words.toSorted((one, other) => one.box[0] - other.box[0]) : words;
}

/** For each word, whether the line has a blank after it. */
function blanksAfter({ text, words }: LayerLine): boolean[] {
  let end = 0;
  return words.map((word) => {
    const at = text.indexOf(word.text, end);
    // A text that does not hold its words tells nothing: words are parted then.
    if (at < 0) return true;
    end = at + word.text.length;
    return /^\s/.test(text.slice(end, end + 1));
  });
}

function number(value: number): string {
  return String(Number(value.toFixed(4)));
}

import type { PageReading } from '#lib/contracts/index.ts';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { makeText } from '../bench-search/bench-words.ts';

const LINES = 50;
/** Of an A4 page at 144 dots an inch, set in Courier. */
const PAGE = { width: 1190, height: 1684 };
const DPI = 144;
const MARGIN_POINTS = 20;
const FONT_SIZE_POINTS = 7;
const SCALE = DPI / 72;
const LETTER_WIDTH = 0.6 * FONT_SIZE_POINTS * SCALE;
const LINE_STEP = 1.5 * FONT_SIZE_POINTS * SCALE;
/** One word in so many is in doubt. */
const DOUBT_EVERY = 25;

/** The texts of a page's lines. */
export function makeLines(
  words: readonly string[],
  wordsPerPage: number,
  random: () => number,
): readonly string[] {
  const perLine = Math.ceil(wordsPerPage / LINES);
  return Array.from({ length: LINES }, () => makeText(words, perLine, random));
}

/** What the machine would have read of a page with these lines. */
export function readingOf(lines: readonly string[]): PageReading {
  let count = 0;
  const read = lines.map((text, row) => {
    const top = Math.round(MARGIN_POINTS * SCALE + row * LINE_STEP);
    const bottom = Math.round(top + FONT_SIZE_POINTS * SCALE);
    let column = 0;
    const words = text.split(' ').map((word) => {
      const left = Math.round(MARGIN_POINTS * SCALE + column * LETTER_WIDTH);
      const right = Math.round(left + word.length * LETTER_WIDTH);
      column += word.length + 1;
      count += 1;
      const box: PageReading['lines'][number]['box'] = [left, top, right, bottom];
      return { text: word, confidence: count % DOUBT_EVERY === 0 ? 0.5 : 0.97, box };
    });
    const right = words.at(-1)?.box[2] ?? 0;
    const box: PageReading['lines'][number]['box'] = [MARGIN_POINTS * SCALE, top, right, bottom];
    return { text, confidence: 0.95, box, words };
  });
  return { text: lines.join('\n'), ...PAGE, angle: 0, lines: read };
}

/** The scan of a page with these lines, and its small picture. */
export async function drawScan(
  lines: readonly string[],
): Promise<{ image: Uint8Array; thumbnail: Uint8Array }> {
  const page = {
    fontSize: FONT_SIZE_POINTS,
    margin: MARGIN_POINTS,
    monospaced: true,
    format: 'webp',
  } as const;
  return {
    image: await makePageImage(lines, { ...page, dpi: DPI }),
    thumbnail: await makePageImage(lines, { ...page, dpi: 18 }),
  };
}

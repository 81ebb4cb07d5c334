// Pages of columns made of boxes alone, beside their text as a reader reads it: what the engine finds on such a
// page, with its broken lines and with lines run together across a gutter.
import { sampleReport } from './sample-texts.ts';

type Box = [x0: number, y0: number, x1: number, y1: number];
type Word = { text: string; confidence: number; box: Box };
type FoundLine = {
  line: Word & { words: Word[] };
  box: { centreX: number; centreY: number; width: number; height: number; angle: number; coreHeight: number };
};

export type ColumnPageOptions = {
  seed: number;
  columns: number;
  /** In letter heights. */
  gutter?: number;
  justified?: boolean;
  /** Between words, in letter heights. */
  space?: number;
  /** Over all columns, in large letters. */
  title?: boolean;
  /** Inside the columns. */
  headings?: boolean;
  /** A picture in every column but the first. */
  pictures?: boolean;
  rows?: number;
  /** Of the first row of the columns, in pixels. */
  top?: number;
  /** Share of the lines that are found in two parts. */
  broken?: number;
  /** Share of the neighbouring lines that are found as one across a gutter. */
  merged?: number;
};

type Stretch = { text: string; left: number; right: number };
type Row = { words: Stretch[]; middle: number; letter: number; column: number };
type Slot = 'first' | 'middle' | 'last' | 'heading' | 'gap';

const WIDTH = 2_400;
const HEIGHT = 2_000;
const MARGIN = 160;
const LETTER = 20;
const PITCH = 40;
const CHARACTER = 0.8;
const SPACE = 0.45;
const ROWS = 38;
const TOP = 240;

/** A page as the arranging steps of the engine take it, and the rows of its text in reading order. */
export function makeColumnPage(options: ColumnPageOptions) {
  const random = randomFrom(options.seed);
  const space = options.space ?? SPACE;
  const nextWord = wordsFrom(options.seed);
  const rows: Row[] = [];
  if (options.title) {
    const words = layWords(['The', 'title', 'of', 'all', 'columns', 'below'], MARGIN, 55);
    rows.push({ words, middle: 120, letter: 55, column: -1 });
  }
  const gutter = (options.gutter ?? 2.5) * LETTER;
  const width = (WIDTH - 2 * MARGIN - (options.columns - 1) * gutter) / options.columns;
  for (let column = 0; column < options.columns; column++) {
    const left = MARGIN + column * (width + gutter);
    slotsOf(options, column, random).forEach((slot, index) => {
      if (slot === 'gap') return;
      const middle = (options.top ?? TOP) + index * PITCH + 4 * random();
      rows.push({ ...layRow(slot, left, left + width), middle, column });
    });
  }
  return {
    page: {
      width: WIDTH,
      height: HEIGHT,
      turned: 0 as const,
      skew: 0,
      source: 'picture' as const,
      lines: findLines(rows, options, random),
    },
    rows: rows.map(({ words }) => words.map(({ text }) => text).join(' ')),
  };

  function layRow(slot: Slot, left: number, right: number): { words: Stretch[]; letter: number } {
    if (slot === 'heading') return { words: layWords(['Heading', nextWord()], left, 26), letter: 26 };
    const start = slot === 'first' ? left + 1.5 * LETTER : left;
    const end = slot === 'last' ? left + (right - left) * (0.3 + 0.5 * random()) : right;
    const words: string[] = [nextWord()];
    for (let word = nextWord(); widthOf([...words, word], space) < end - start; word = nextWord())
      words.push(word);
    const spread = options.justified && slot !== 'last' && words.length > 1;
    const extra = spread ? (end - start - widthOf(words, space)) / (words.length - 1) : 0;
    return { words: layWords(words, start, LETTER, (space - SPACE) * LETTER + extra), letter: LETTER };
  }
}

/** A line of words in a fixed pitch, as the engine finds it: text, boxes of its words, box of its letters. */
export function makeFoundLine(text: string, left: number, middle: number, letter = LETTER): FoundLine {
  return findLine(layWords(text.split(' '), left, letter), { middle, letter });
}

function layWords(words: readonly string[], left: number, letter: number, extra = 0): Stretch[] {
  let at = left;
  return words.map((text) => {
    const word = { text, left: at, right: at + text.length * CHARACTER * letter };
    at = word.right + SPACE * letter + extra;
    return word;
  });
}

function widthOf(words: readonly string[], space: number): number {
  return layWords(words, 0, LETTER, (space - SPACE) * LETTER).at(-1)?.right ?? 0;
}

function slotsOf(
  { headings, pictures, rows = ROWS }: ColumnPageOptions,
  column: number,
  random: () => number,
): Slot[] {
  const slots: Slot[] = [];
  while (slots.length < rows) {
    if (pictures && column > 0 && slots.length > 10 && slots.length < 16) {
      slots.push(...new Array<Slot>(8).fill('gap'));
    }
    // With rows of text below it at the end of a column too: alone beside a short row it is a cell of a table.
    if (headings && slots.length < rows - 5 && random() < 0.3) slots.push('gap', 'heading');
    const middles = new Array<Slot>(2 + Math.floor(random() * 6)).fill('middle');
    slots.push('first', ...middles, 'last');
  }
  return slots.slice(0, rows);
}

function findLines(rows: readonly Row[], options: ColumnPageOptions, random: () => number): FoundLine[] {
  const lines: FoundLine[] = [];
  const taken = new Set<Row>();
  for (const row of rows) {
    if (taken.has(row)) continue;
    const beside = rows.find((other) => {
      return other.column === row.column + 1 && row.column >= 0 && Math.abs(other.middle - row.middle) < 6;
    });
    if (beside && random() < (options.merged ?? 0)) {
      taken.add(beside);
      lines.push(findLine([...row.words, ...beside.words], row));
    } else if (row.words.length > 2 && random() < (options.broken ?? 0)) {
      const at = 1 + Math.floor(random() * (row.words.length - 1));
      lines.push(findLine(row.words.slice(0, at), row), findLine(row.words.slice(at), row));
    } else {
      lines.push(findLine(row.words, row));
    }
  }
  return lines;
}

function findLine(words: readonly Stretch[], { middle, letter }: Pick<Row, 'middle' | 'letter'>): FoundLine {
  const height = 1.6 * letter;
  const found = words.map(({ text, left, right }): Word => {
    return { text, confidence: 1, box: [left, middle - height / 2, right, middle + height / 2] };
  });
  const left = words[0]?.left ?? 0;
  const right = words.at(-1)?.right ?? 0;
  return {
    line: {
      text: words.map(({ text }) => text).join(' '),
      confidence: 1,
      box: [left, middle - height / 2, right, middle + height / 2],
      words: found,
    },
    box: {
      centreX: (left + right) / 2,
      centreY: middle,
      width: right - left,
      height,
      angle: 0,
      coreHeight: letter,
    },
  };
}

function wordsFrom(seed: number): () => string {
  const words = sampleReport.flat().flatMap(({ paragraph }) => paragraph.split(' '));
  let at = (seed * 97) % words.length;
  return () => words[at++ % words.length] ?? '';
}

// The same numbers on every machine, so that a failing page can be made again.
function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

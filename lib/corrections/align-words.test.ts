import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import { lineOf } from '#lib/testing/lines.ts';
import { alignWords } from './align-words.ts';

const seeded = { seed: 1902, numRuns: 150 };
const wordTexts = fc.string({ unit: fc.constantFrom(...'abcdeäß01.,'), minLength: 1, maxLength: 9 });
// Each word can be told from every other, so that "untouched" means one thing.
const distinctWords = fc.uniqueArray(wordTexts, { minLength: 1, maxLength: 12 });

/** What somebody does to one word: the words that stand in its place afterwards. */
const edits = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.array(wordTexts, { maxLength: 3 }) },
);

function textsOf(words: readonly ExtractionWord[]): string[] {
  return words.map(({ text }) => text);
}

function isWithin(line: ExtractionLine, { box }: ExtractionWord): boolean {
  if (!box || !line.box) return false;
  const [left, top, right, bottom] = line.box;
  return box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom && box[0] <= box[2];
}

function middleOf(box: ExtractionWord['box'] | undefined): number {
  return box ? (box[0] + box[2]) / 2 : Number.NaN;
}

// Generous, for machines that may be busy.
describe('the words of a line that got another text', { timeout: 30_000 }, () => {
  it('are the words of that text, in order', () => {
    fc.assert(
      fc.property(distinctWords, fc.string({ unit: 'binary', maxLength: 60 }), (words, text) => {
        expect(textsOf(alignWords(lineOf(words), text))).toEqual(text.match(/\S+/gu) ?? []);
      }),
      seeded,
    );
  });

  it('keep the box and the confidence of every word that no edit touched', () => {
    fc.assert(
      fc.property(distinctWords, fc.array(edits, { minLength: 12, maxLength: 12 }), (words, changes) => {
        const line = lineOf(words);
        const known = new Set(words);
        // What is put in is none of the old words, else it could be one that moved.
        const pieces = words.map((word, index) =>
          (changes[index] ?? [word]).filter((text) => text === word || !known.has(text)),
        );
        const untouched = line.words.filter(({ text }, index) => pieces[index]?.join(' ') === text);
        const after = alignWords(line, pieces.flat().join(' '));
        for (const word of untouched) expect(after).toContainEqual(word);
      }),
      seeded,
    );
  });

  it('never lie outside the line, whatever its text becomes', () => {
    fc.assert(
      fc.property(distinctWords, fc.string({ maxLength: 80 }), (words, text) => {
        const line = lineOf(words);
        for (const word of alignWords(line, text)) expect(isWithin(line, word), word.text).toBe(true);
      }),
      seeded,
    );
  });

  it('have their middles from left to right', () => {
    fc.assert(
      fc.property(distinctWords, fc.array(wordTexts, { maxLength: 12 }), (words, texts) => {
        const boxes = alignWords(lineOf(words), texts.join(' ')).map(({ box }) => box);
        boxes.slice(1).forEach((box, index) => {
          expect(middleOf(box) + 1).toBeGreaterThanOrEqual(middleOf(boxes[index]));
        });
      }),
      seeded,
    );
  });

  it('can be seen and pointed at where they were put in, however narrow the gap', () => {
    const places = fc.nat({ max: 12 });
    fc.assert(
      fc.property(distinctWords, places, wordTexts, (words, place, put) => {
        fc.pre(!words.includes(put));
        const at = Math.min(place, words.length);
        const box = alignWords(lineOf(words), words.toSpliced(at, 0, put).join(' '))[at]?.box;
        // Of a letter, which is 10 pixels wide.
        expect((box?.[2] ?? 0) - (box?.[0] ?? 0)).toBeGreaterThanOrEqual(5);
      }),
      seeded,
    );
  });
});

describe('a change of one word', () => {
  const line = lineOf(['Tota1', 'of', 'all', 'goods']);
  const [total, of, all, goods] = line.words;

  it('leaves its box, and marks it as corrected', () => {
    const [first, ...rest] = alignWords(line, 'Total of all goods');
    expect(first).toEqual({ text: 'Total', confidence: null, box: total?.box, by: 'corrected' });
    expect(rest).toEqual([of, all, goods]);
  });

  it('joins the boxes of words that became one', () => {
    const joined = alignWords(line, 'Tota1 ofall goods')[1];
    expect(joined?.box).toEqual([of?.box?.[0], 0, all?.box?.[2], 20]);
  });

  it('shares its box by letters when it becomes several', () => {
    const parted = alignWords(lineOf(['forthwith']), 'forth with').map(({ box }) => box);
    expect(parted).toEqual([
      [0, 0, 50, 20],
      [50, 0, 90, 20],
    ]);
  });

  it('puts a word that was missed into the gap', () => {
    const wide = { ...line, words: line.words.filter(({ text }) => text !== 'of'), text: 'Tota1 all goods' };
    const put = alignWords(wide, 'Tota1 of all goods')[1];
    expect(put?.box).toEqual([total?.box?.[2], 0, all?.box?.[0], 20]);
  });

  it('puts a word that was missed over the ends of its neighbours where the gap is too narrow', () => {
    expect(alignWords(lineOf(['abcd', 'efgh']), 'abcd xyz efgh').map(({ box }) => box)).toEqual([
      [0, 0, 40, 20],
      [30, 0, 60, 20],
      [50, 0, 90, 20],
    ]);
  });

  it('puts a word at the end of the line over as much of the last word as letters share it', () => {
    expect(alignWords(lineOf(['abcdef']), 'abcdef ghi').map(({ box }) => box)).toEqual([
      [0, 0, 60, 20],
      [40, 0, 60, 20],
    ]);
  });

  it('gives the whole box back to a word that lost letters', () => {
    expect(alignWords(line, 'Tot of all goods')[0]?.box).toEqual(total?.box);
  });

  it('keeps its mark and its confidence when a neighbour is corrected later', () => {
    const once = { ...line, text: 'Total of all goods', words: alignWords(line, 'Total of all goods') };
    const twice = alignWords(once, 'Total of all gods');
    expect(twice.slice(0, 3)).toEqual(once.words.slice(0, 3));
  });
});

describe('lines of other kinds', () => {
  it('without blanks are cut where the old words ended', () => {
    const chinese: ExtractionLine = {
      id: 'r0',
      text: '你好世界',
      box: [0, 0, 80, 20],
      words: [
        { text: '你好', confidence: 0.9, box: [0, 0, 40, 20] },
        { text: '世界', confidence: 0.9, box: [40, 0, 80, 20] },
      ],
    };
    expect(textsOf(alignWords(chinese, '你好事界'))).toEqual(['你好', '事界']);
    expect(alignWords(chinese, '你好新世界')).toMatchObject([
      chinese.words[0] ?? {},
      { text: '新', by: 'corrected' },
      chinese.words[1] ?? {},
    ]);
  });

  it('read from the right share boxes from the right', () => {
    const hebrew: ExtractionLine = {
      id: 'r0',
      text: 'שלוםעולם',
      box: [0, 0, 80, 20],
      words: [{ text: 'שלוםעולם', confidence: 0.9, box: [0, 0, 80, 20] }],
    };
    expect(alignWords(hebrew, 'שלום עולם').map(({ box }) => box)).toEqual([
      [40, 0, 80, 20],
      [0, 0, 40, 20],
    ]);
  });

  it('that run upwards share boxes upwards', () => {
    const upright: ExtractionLine = {
      id: 'r0',
      text: 'Annual report1902',
      box: [0, 0, 20, 170],
      words: [
        { text: 'Annual', confidence: 0.9, box: [0, 110, 20, 170] },
        { text: 'report1902', confidence: 0.9, box: [0, 0, 20, 100] },
      ],
    };
    expect(alignWords(upright, 'Annual report 1902').map(({ box }) => box)).toEqual([
      [0, 110, 20, 170],
      [0, 40, 20, 100],
      [0, 0, 20, 40],
    ]);
  });

  it('without places get words without places', () => {
    const line: ExtractionLine = { id: 'r0', text: 'Tota1', box: null, words: [] };
    expect(alignWords(line, 'Total 5')).toEqual([
      { text: 'Total', confidence: null, box: null, by: 'corrected' },
      { text: '5', confidence: null, box: null, by: 'corrected' },
    ]);
  });
});

it('aligns a thousand words in far less than a frame', () => {
  const words = Array.from({ length: 1000 }, (_, index) => `word${index}`);
  const lines = Array.from({ length: 100 }, (_, index) => lineOf(words.slice(10 * index, 10 * index + 10)));
  const runs = Array.from({ length: 20 }, () => {
    const start = performance.now();
    for (const line of lines) alignWords(line, line.text.replace('word', 'vvord'));
    return performance.now() - start;
  });
  // Measured: 4 ms; a frame is 16. The quickest run says what it costs, the others how busy the machine is.
  expect(Math.min(...runs)).toBeLessThan(12);
});

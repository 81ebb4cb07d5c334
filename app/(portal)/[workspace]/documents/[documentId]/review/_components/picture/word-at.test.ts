import { expect, it } from 'vitest';
import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import { caretAt, wordAt } from './word-at.ts';

function word(text: string, box: ExtractionWord['box']): ExtractionWord {
  return { text, confidence: 0.9, box };
}

const lines: ExtractionLine[] = [
  {
    id: 'r0',
    text: 'Bread 2.40',
    box: [0, 0, 200, 20],
    words: [word('Bread', [0, 0, 100, 20]), word('2.40', [120, 0, 200, 20])],
  },
  { id: 'r1', text: 'שלום', box: [100, 16, 200, 36], words: [word('שלום', [100, 16, 200, 36])] },
  { id: 'x9', text: 'added', box: null, words: [word('added', null)] },
];

it('finds the word under the pointer, and none on empty paper', () => {
  expect(wordAt(lines, { x: 50, y: 10 })).toMatchObject({ line: 'r0', word: 0 });
  expect(wordAt(lines, { x: 122, y: 8 })).toMatchObject({ line: 'r0', word: 1 });
  expect(wordAt(lines, { x: 110, y: 8 })).toBeNull();
  expect(wordAt(lines, { x: 50, y: 90 })).toBeNull();
});

it('takes the line whose middle is nearer where lines overlap', () => {
  expect(wordAt(lines, { x: 150, y: 17 })).toMatchObject({ line: 'r0' });
  expect(wordAt(lines, { x: 150, y: 19.5 })).toMatchObject({ line: 'r1' });
});

it('takes the word that was put in over the ends of its neighbours', () => {
  const words = [
    word('before', [0, 0, 60, 20]),
    word('put', [45, 0, 75, 20]),
    word('behind', [60, 0, 120, 20]),
  ];
  const line = { id: 'r0', text: 'before put behind', box: null, words };
  const at = (x: number) => wordAt([line], { x, y: 10 })?.word;
  expect([30, 50, 60, 70, 90].map(at)).toEqual([0, 1, 1, 1, 2]);
});

it('ends a selection at the end of the line that it is drawn past', () => {
  expect(caretAt(lines, { x: 900, y: 5 })).toEqual({ line: 'r0', word: 1, offset: 4 });
  expect(caretAt(lines, { x: -50, y: 5 })).toEqual({ line: 'r0', word: 0, offset: 0 });
  expect(caretAt(lines, { x: 60, y: 5 })).toEqual({ line: 'r0', word: 0, offset: 3 });
});

it('counts the letters of words that run to the left from the right', () => {
  expect(caretAt(lines, { x: 200, y: 30 })).toEqual({ line: 'r1', word: 0, offset: 0 });
  expect(caretAt(lines, { x: 100, y: 30 })).toEqual({ line: 'r1', word: 0, offset: 4 });
});

it('finds nothing on a page whose words have no places', () => {
  expect(wordAt(lines.slice(2), { x: 0, y: 0 })).toBeNull();
  expect(caretAt([], { x: 0, y: 0 })).toBeNull();
});

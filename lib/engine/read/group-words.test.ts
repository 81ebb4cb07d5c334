import { describe, expect, it } from 'vitest';
import type { Character } from './decode-characters.ts';
import { groupWords } from './group-words.ts';

function character(text: string, centre: number, confidence = 1): Character {
  return { text, confidence, centre, spaceBefore: 0 };
}

/** Ink in these ranges of 100 columns. */
function ink(...ranges: [start: number, end: number][]): Uint8Array {
  const columns = new Uint8Array(100);
  for (const [start, end] of ranges) columns.fill(1, start, end);
  return columns;
}

describe('groupWords', () => {
  const characters = [character('a', 12), character('b', 22), character(' ', 40), character('c', 60, 0.5)];

  it('lets words meet in the middle of the gap between them', () => {
    const words = groupWords(characters, ink([8, 16], [18, 27], [55, 66]));
    expect(words).toEqual([
      { text: 'ab', confidence: 1, columns: { start: 0, end: 41 } },
      { text: 'c', confidence: 0.5, columns: { start: 41, end: 100 } },
    ]);
  });

  it('parts words in the middle of their letters where no gap shows', () => {
    const [first, second] = groupWords(characters, ink([8, 66]));
    expect(first?.columns.end).toBe(41);
    expect(second?.columns.start).toBe(41);
  });

  it('reaches no further than a letter can from the first and the last', () => {
    const [word] = groupWords([character('a', 500), character('b', 520)], new Uint8Array(1_000).fill(1));
    expect(word?.columns).toEqual({ start: 452, end: 568 });
  });

  it('makes no words of spaces', () => {
    expect(groupWords([character(' ', 3), character(' ', 9)], ink())).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import { lineParts, rangeOfWord, wordAt } from './line-parts.ts';
import { nextWordInDoubt } from './next-word.ts';

function line(id: string, text: string, doubtful: string[] = []): ExtractionLine {
  const words = text.match(/\S+/g) ?? [];
  return {
    id,
    text,
    box: null,
    words: words.map((word) => ({ text: word, confidence: doubtful.includes(word) ? 0.3 : 0.99, box: null })),
  };
}

describe('a line cut at its words', () => {
  const cut = line('r0', ' the the  end');

  it('is its text again', () => {
    expect(
      lineParts(cut)
        .map(({ start, end }) => cut.text.slice(start, end))
        .join(''),
    ).toBe(cut.text);
  });

  it('tells equal words apart', () => {
    expect([0, 1, 4, 5, 8, 9, 13].map((caret) => wordAt(cut, caret))).toEqual([
      undefined,
      0,
      0,
      1,
      1,
      undefined,
      2,
    ]);
    expect(rangeOfWord(cut, 1)).toMatchObject({ start: 5, end: 8 });
    expect(rangeOfWord(cut, 7)).toBeNull();
  });
});

describe('the next word in doubt', () => {
  const lines = [
    line('r0', 'one tvvo three', ['tvvo']),
    line('r1', 'four'),
    line('r2', 'f1ve 5ix', ['f1ve', '5ix']),
  ];
  const next = (from: { line: string; at: number } | null, direction: 1 | -1 = 1) => {
    const found = nextWordInDoubt(lines, 0.8, from, direction);
    return found && [found.line, found.start, found.end, found.hasWrapped];
  };

  it('comes after the caret, over lines, and round at the end', () => {
    expect(next(null)).toEqual(['r0', 4, 8, false]);
    expect(next({ line: 'r0', at: 8 })).toEqual(['r2', 0, 4, false]);
    expect(next({ line: 'r2', at: 4 })).toEqual(['r2', 5, 8, false]);
    expect(next({ line: 'r2', at: 8 })).toEqual(['r0', 4, 8, true]);
  });

  it('or before it', () => {
    expect(next(null, -1)).toEqual(['r2', 5, 8, false]);
    expect(next({ line: 'r2', at: 5 }, -1)).toEqual(['r2', 0, 4, false]);
    expect(next({ line: 'r2', at: 0 }, -1)).toEqual(['r0', 4, 8, false]);
    expect(next({ line: 'r0', at: 4 }, -1)).toEqual(['r2', 5, 8, true]);
  });

  it('is none on a page without doubt', () => {
    expect(nextWordInDoubt([line('r0', 'sure')], 0.8, null, 1)).toBeNull();
  });
});

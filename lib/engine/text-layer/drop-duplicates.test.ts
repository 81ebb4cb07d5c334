import { expect, it } from 'vitest';
import { dropDuplicates } from './drop-duplicates.ts';

function letter(text: string, x: number, object: number) {
  return {
    text,
    x,
    y: 100,
    object,
    em: 40,
    angle: 0,
    invisible: false,
    box: [x, 70, x + 20, 100] as [number, number, number, number],
  };
}

function kept(letters: ReturnType<typeof letter>[]): string {
  return dropDuplicates(letters)
    .map(({ text }) => text)
    .join('');
}

it('leaves out letters drawn once more a little aside', () => {
  expect(kept([letter('a', 0, 1), letter('b', 20, 1), letter('a', 2, 2), letter('b', 22, 2)])).toBe('ab');
});

it('keeps the same letter where a word has it twice', () => {
  expect(kept([letter('l', 0, 1), letter('l', 8, 2)])).toBe('ll');
});

it('keeps both letters of a ligature, which stand on one place', () => {
  expect(kept([letter('f', 0, 1), letter('f', 0, 1)])).toBe('ff');
});

it('keeps the spaces between words', () => {
  expect(kept([letter('a', 0, 1), letter(' ', 20, 0), letter('b', 20, 1), letter(' ', 20, 0)])).toBe('a b ');
});

it('compares no letter with more than a few, however many stand on one place', () => {
  let compared = 0;
  const letters = Array.from({ length: 20_000 }, () => ({
    ...letter('a', 0, 1),
    get object() {
      compared++;
      return 1;
    },
  }));
  expect(kept(letters)).toHaveLength(8);
  expect(compared).toBeLessThan(20 * letters.length);
});

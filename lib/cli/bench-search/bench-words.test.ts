import { expect, it } from 'vitest';
import { seededRandom } from '#lib/testing/seeded-random.ts';
import { makeText, makeWords } from './bench-words.ts';

it('words of the bench are all different, and frequent as in a language', () => {
  const words = makeWords(5_000);
  expect(new Set(words).size).toBe(5_000);
  const counts = new Map<string, number>();
  for (const word of makeText(words, 20_000, seededRandom(1)).split(' ')) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const often = (place: number) => counts.get(words[place] ?? '') ?? 0;
  expect(often(0)).toBeGreaterThan(2 * often(9));
  expect(often(9)).toBeGreaterThan(often(999));
});

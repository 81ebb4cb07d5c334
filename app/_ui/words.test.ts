import { expect, it } from 'vitest';
import { agoInWords, aheadInWords, durationInWords, plural, sizeInWords } from './words.ts';

it('says one thing in the singular and any other number in the plural', () => {
  expect([0, 1, 2, 1200].map((count) => plural(count, 'page'))).toEqual([
    '0 pages',
    '1 page',
    '2 pages',
    '1,200 pages',
  ]);
});

it('shows sizes in the largest unit that keeps them readable', () => {
  expect([0, 1023, 1024, 10_240, 104_857_600].map(sizeInWords)).toEqual([
    '0 bytes',
    '1023 bytes',
    '1.0 kB',
    '10 kB',
    '100 MB',
  ]);
});

it('keeps two digits for seconds so that a ticking clock does not jump', () => {
  expect([0, 59_400, 65_000, 7_800_000].map(durationInWords)).toEqual([
    '0 s',
    '59 s',
    '1 min 05 s',
    '2 h 10 min',
  ]);
});

it('never says that something happened in the future', () => {
  expect(agoInWords(10_000, 0)).toBe('just now');
});

it('grows coarser with distance', () => {
  const seconds = [44, 60, 3_599, 7_200, 86_400 * 3, 86_400 * 60, 86_400 * 800];
  expect(seconds.map((ago) => agoInWords(0, ago * 1000))).toEqual([
    'just now',
    '1 minute ago',
    '60 minutes ago',
    '2 hours ago',
    '3 days ago',
    '2 months ago',
    '2 years ago',
  ]);
});

it.each([
  [30 * 86_400, 'in 30 days'],
  [47 * 3_600, 'in 47 hours'],
  [90, 'in 2 minutes'],
  [1, 'in 1 minute'],
  [0, 'now'],
  [-5, 'now'],
])('%d seconds ahead is “%s”', (seconds, words) => {
  expect(aheadInWords(seconds * 1000, 0)).toBe(words);
});

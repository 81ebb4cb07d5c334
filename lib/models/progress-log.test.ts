import { parseProgressFromLogs } from 'replicate';
import { expect, it } from 'vitest';
import { createProgressLog } from './progress-log.ts';

function logOf(total: number, fractions: readonly number[]): string[] {
  const lines: string[] = [];
  const progress = createProgressLog((line) => lines.push(line), total);
  for (const fraction of fractions) progress(fraction);
  return lines;
}

it('is read by the official client', () => {
  const lines = logOf(20, [0.1, 0.45]);
  expect(lines.at(-1)).toBe(' 45%|████▌     | 9/20');
  expect(parseProgressFromLogs(`Loading\n${lines.join('\n')}\nPage 9 of 20 read in 5 ms\n`)).toEqual({
    percentage: 0.45,
    current: 9,
    total: 20,
  });
});

it('ends full', () => {
  expect(logOf(100, [0.99, 1])).toEqual([' 99%|█████████▉| 99/100']);
  expect(logOf(3, [1])).toEqual(['100%|██████████| 3/3']);
});

it('never falls, and says little however often it is told', () => {
  expect(logOf(100, [0.5, 0.2, 0.5, 0.52])).toHaveLength(1);
  expect(
    logOf(
      100,
      Array.from({ length: 10_001 }, (_, index) => index / 10_000),
    ).length,
  ).toBe(20);
});

import { parseProgressFromLogs } from 'replicate';
import { expect, it } from 'vitest';
import { createProgressLog } from './progress-log.ts';

function logOf(total: number, done: readonly number[], of = 100): string[] {
  const lines: string[] = [];
  const progress = createProgressLog((line) => lines.push(line), total);
  for (const part of done) progress(part, of);
  return lines;
}

it('is read by the official client', () => {
  const lines = logOf(20, [10, 45]);
  expect(lines.at(-1)).toBe(' 45%|████▌     | 9/20');
  expect(parseProgressFromLogs(`Loading\n${lines.join('\n')}\nPage 9 of 20 read in 5 ms\n`)).toEqual({
    percentage: 0.45,
    current: 9,
    total: 20,
  });
});

it.each([95, 96, 97, 98, 99])('ends full, once, after %i %%', (before) => {
  expect(logOf(100, [before, 100, 100])).toEqual([
    expect.stringMatching(new RegExp(`^ ${before}%\\|█{9}.\\| ${before}/100$`)),
    '100%|██████████| 100/100',
  ]);
});

it('ends full when it is told of the end alone', () => {
  expect(logOf(3, [100])).toEqual(['100%|██████████| 3/3']);
});

it('says the percent that it is told', () => {
  for (let percent = 5; percent <= 100; percent++)
    expect(logOf(100, [percent])).toEqual([expect.stringMatching(`^ *${percent}%.* ${percent}/100$`)]);
});

it('never falls, and says little however often it is told', () => {
  expect(logOf(100, [50, 20, 50, 52])).toHaveLength(1);
  const often = Array.from({ length: 10_001 }, (_, index) => index);
  expect(logOf(100, often, 10_000).length).toBe(20);
});

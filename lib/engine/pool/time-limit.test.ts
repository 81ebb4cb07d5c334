import { expect, it } from 'vitest';
import { timeLimitMs, usualTimeLimits } from './time-limit.ts';

it.each([
  ['before the page is open', 0, 60_000],
  ['for a receipt', 1_000_000, 68_000],
  ['for the largest page', 3_600 * 3_600, 163_680],
])('a task %s may take its minute and 8 seconds a megapixel', (_, pixels, limitMs) => {
  expect(timeLimitMs(usualTimeLimits, pixels)).toBe(limitMs);
});

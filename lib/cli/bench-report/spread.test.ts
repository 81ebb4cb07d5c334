import { expect, it } from 'vitest';
import { spreadOf } from './spread.ts';

it('tells the middle, what 99 of 100 stay below, and the worst, in whatever order they come', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(spreadOf(values)).toEqual({ count: 200, p50: 100, p99: 198, max: 200 });
});

it('of one value is that value', () => {
  expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p99: 7, max: 7 });
});

it('of nothing is nothing', () => {
  expect(() => spreadOf([])).toThrow(RangeError);
});

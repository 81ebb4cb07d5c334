import { expect, it } from 'vitest';
import { rangesAt } from './ranges-at.ts';

const ranges = {
  first: { input: { low: [0], high: [1], mean: [0.5] }, output: { low: [-1, -2, -3], high: [1, 2, 3] } },
  second: {
    input: { low: [-4, -5, -6], high: [4, 5, 6], mean: [0.1, 0.2, 0.3] },
    output: { low: [-7], high: [7] },
  },
};

it('follows the channels between two convolutions, and leaves the others alone', () => {
  expect(rangesAt(ranges, ['first', 'second'], [2, 0])).toEqual({
    first: { ...ranges.first, output: { low: [-3, -1], high: [3, 1] } },
    second: {
      ...ranges.second,
      input: { low: [-6, -4], high: [6, 4], mean: [0.3, 0.1] },
    },
  });
});

it('says of which values nothing is known', () => {
  expect(() => rangesAt(ranges, ['none', 'second'], [0])).toThrow('none');
  expect(() => rangesAt(ranges, ['first', 'none'], [0])).toThrow('none');
});

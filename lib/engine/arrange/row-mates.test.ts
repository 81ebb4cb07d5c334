import { describe, expect, it } from 'vitest';
import type { Placed } from './placed-line.ts';
import { rowMates } from './row-mates.ts';

function text(name: string, middle: number, height = 12): Placed {
  return {
    text: name,
    left: 0,
    right: 80,
    top: middle - height / 2,
    bottom: middle + height / 2,
    middle,
    height,
  };
}

describe('rowMates', () => {
  it('finds for each text all others on its row, however tall they are', () => {
    const [big, a, b, below] = [text('big', 100, 80), text('a', 104), text('b', 110), text('below', 160)];
    const mates = rowMates([big, a, b, below]);
    expect([big, a, b, below].map((one) => mates.get(one)?.map((other) => other.text))).toEqual([
      ['a', 'b'],
      ['big'],
      ['big'],
      [],
    ]);
  });
});

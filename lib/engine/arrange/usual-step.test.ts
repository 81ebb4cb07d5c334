import { describe, expect, it } from 'vitest';
import type { Placed } from './placed-line.ts';
import { usualStep } from './usual-step.ts';

function row(middle: number, left = 0, height = 20): Placed {
  return {
    text: 'a row',
    left,
    right: left + 400,
    top: middle - height / 2,
    bottom: middle + height / 2,
    middle,
    height,
  };
}

describe('usualStep', () => {
  it('measures from row to row within each column, whatever the order and the white between paragraphs', () => {
    const left = [100, 160, 220, 320, 380].map((middle) => row(middle));
    const right = [130, 190, 250].map((middle) => row(middle, 500));
    expect(usualStep([...right, ...left])).toBe(60);
  });

  it('leaves out letters of another size and rows too far below to go on', () => {
    expect(usualStep([row(100, 0, 40), row(180), row(220), row(260), row(300), row(500)])).toBe(40);
  });

  it('does not tell a step from two or three rows', () => {
    expect(usualStep([row(100), row(160), row(220)])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Box, Line } from '../page-reading.ts';
import { placeLine } from './placed-line.ts';

const SKEW = 0.1;

/** A line of one word, 100 pixels long and 30 high, at a place along a base line that runs with the angle. */
function tilted(along: number, angle: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [centreX, centreY] = [500 + along * cos, 500 + along * sin];
  const width = 100 * Math.abs(cos) + 30 * Math.abs(sin);
  const height = 100 * Math.abs(sin) + 30 * Math.abs(cos);
  const box: Box = [centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2];
  const line: Line = { text: 'a', confidence: 1, box, words: [{ text: 'a', confidence: 1, box }] };
  return placeLine(line, { centreX, centreY, width: 110, height: 40, angle, coreHeight: 20 }, angle);
}

describe('placeLine', () => {
  it.each([SKEW, -SKEW, Math.PI / 2, -Math.PI / 2 + SKEW])('brings text at an angle of %f level', (angle) => {
    const [first, second] = [tilted(-300, angle), tilted(200, angle)];
    expect(first.middle).toBeCloseTo(second.middle);
    expect(second.left - first.left).toBeCloseTo(500);
    expect(first.bottom - first.top).toBeCloseTo(20);
  });

  it('ends lines where their words end, not where the margin of their box does', () => {
    const { left, right } = tilted(0, SKEW);
    expect(right - left).toBeCloseTo(100);
  });
});

import { describe, expect, it } from 'vitest';
import { partStandingLines, standsUp } from './standing-lines.ts';
import type { TextBox } from './text-box.ts';

function box(centreX: number, centreY: number, width: number, height: number): TextBox {
  return { centreX, centreY, width, height, angle: 0, coreHeight: Math.min(width, height) / 2 };
}

describe('partStandingLines', () => {
  const text = box(300, 100, 400, 30);

  it('joins the words of a line that runs up the page, short ones too', () => {
    const words = [box(50, 300, 30, 200), box(52, 430, 32, 70), box(50, 165, 30, 72)];
    const { standing, lying } = partStandingLines([text, ...words], 0);
    expect(lying).toEqual([text]);
    expect(standing).toHaveLength(1);
    const [line] = standing;
    expect(line?.angle).toBeCloseTo(0);
    expect(line?.height).toBeCloseTo(465 - 129);
    expect(line?.width).toBeLessThan(40);
    expect(line?.centreX).toBeCloseTo(50, -1);
  });

  it('keeps two such lines beside each other apart', () => {
    const { standing } = partStandingLines([box(50, 300, 30, 200), box(85, 300, 30, 200)], 0);
    expect(standing).toHaveLength(2);
  });

  it('takes a column of single letters for letters', () => {
    const letters = [box(50, 100, 14, 28), box(50, 128, 14, 28), box(50, 156, 14, 28)];
    expect(partStandingLines(letters, 0)).toEqual({ standing: [], lying: letters });
  });

  it('follows the skew of the page', () => {
    const skew = 0.1;
    const along = (distance: number): [number, number] => [
      50 - distance * Math.sin(skew),
      300 + distance * Math.cos(skew),
    ];
    const pieces = [box(...along(0), 30, 200), box(...along(130), 30, 60)].map((piece) => ({
      ...piece,
      angle: skew,
    }));
    const { standing } = partStandingLines(pieces, skew);
    expect(standing.map(({ height }) => Math.round(height))).toEqual([260]);
  });
});

describe('standsUp', () => {
  it('holds for boxes clearly higher than wide', () => {
    expect([box(0, 0, 20, 61), box(0, 0, 20, 50), box(0, 0, 61, 20)].map(standsUp)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

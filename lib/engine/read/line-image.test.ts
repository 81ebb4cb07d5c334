import { describe, expect, it } from 'vitest';
import { createLineCutter, LINE_HEIGHT } from './line-image.ts';

/** White with a black bar of the given rows. */
function pageWithBar(width: number, height: number, top: number, bottom: number) {
  return {
    width,
    height,
    pixels: new Uint8Array(width * height).fill(255).fill(0, top * width, bottom * width),
  };
}

function box(centreX: number, centreY: number, width: number, height: number, angle = 0) {
  return { centreX, centreY, width, height, angle, coreHeight: height };
}

describe('createLineCutter', () => {
  it('scales a line to 48 rows and keeps its proportions', () => {
    const line = createLineCutter(pageWithBar(200, 100, 0, 0))(box(100, 50, 100, 24));
    expect(line).toMatchObject({ width: 200, height: LINE_HEIGHT });
  });

  it.each([24, 96, 200, 400])('shows the middle of a box %i pixels high in its middle', (height) => {
    const page = pageWithBar(800, 800, 400 - height / 4, 400 + height / 4);
    const line = createLineCutter(page)(box(400, 400, 2 * height, height));
    const column = Array.from({ length: LINE_HEIGHT }, (_, y) => line.pixels[y * line.width + 10] ?? 0);
    expect(column.slice(0, 10).every((value) => value === 255)).toBe(true);
    expect(column.slice(14, 34).every((value) => value === 0)).toBe(true);
    expect(column.slice(38).every((value) => value === 255)).toBe(true);
  });

  it('cuts a tilted line level', () => {
    const angle = 0.2;
    const page = pageWithBar(300, 300, 0, 0);
    for (let at = 0; at < page.pixels.length; at++) {
      const x = (at % 300) - 150;
      const y = Math.floor(at / 300) - 150;
      if (Math.abs(-x * Math.sin(angle) + y * Math.cos(angle)) < 6) page.pixels[at] = 0;
    }
    const line = createLineCutter(page)(box(150.5, 150.5, 200, 48, angle));
    const middle = line.pixels.subarray(24 * line.width, 25 * line.width);
    const upper = line.pixels.subarray(12 * line.width, 13 * line.width);
    expect(middle.every((value) => value < 30)).toBe(true);
    expect(upper.every((value) => value > 225)).toBe(true);
  });

  it('repeats the edge of the page where a box reaches beyond it', () => {
    const line = createLineCutter(pageWithBar(50, 50, 0, 50))(box(0, 0, 60, 30));
    expect(line.pixels.every((value) => value === 0)).toBe(true);
  });
});

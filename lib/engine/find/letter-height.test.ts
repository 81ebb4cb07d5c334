import { describe, expect, it } from 'vitest';
import { drawPage, makePdf } from '#lib/testing/image-factory.ts';
import { letterHeight } from './letter-height.ts';

const lines = Array.from(
  { length: 10 },
  (_, index) => `nine zones rose near ${index} seven mean men in azure rooms`,
);

describe('letterHeight', () => {
  it('follows the size of the type, whatever the resolution', async () => {
    const pdf = await makePdf([lines], { fontSize: 12 });
    // Helvetica's small letters without strokes up or down are half as high as the type.
    for (const dpi of [100, 200, 300]) {
      const expected = (0.54 * 12 * dpi) / 72;
      const height = letterHeight(await drawPage(pdf, dpi));
      expect(Math.abs((height ?? 0) - expected)).toBeLessThanOrEqual(0.15 * expected + 1);
    }
  });

  it('says nothing about a page without text', () => {
    expect(letterHeight({ width: 100, height: 100, pixels: new Uint8Array(10_000).fill(255) })).toBeNull();
  });

  it('is not misled by rules and boxes', async () => {
    const page = await drawPage(await makePdf([lines], { fontSize: 12 }), 200);
    const height = letterHeight(page);
    for (let y = 20; y < page.height; y += 40)
      page.pixels.fill(0, y * page.width, y * page.width + page.width);
    expect(Math.abs((letterHeight(page) ?? 0) - (height ?? 0))).toBeLessThanOrEqual(2);
  });
});

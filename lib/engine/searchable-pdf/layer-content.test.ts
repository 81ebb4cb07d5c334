import { describe, expect, it } from 'vitest';
import type { Box } from '../page-reading.ts';
import { GLYPH_WIDTH } from './glyphless-font.ts';
import { layerContent } from './layer-content.ts';
import type { PagePlace } from './page-place.ts';

const place: PagePlace = {
  pointOf: (x, y) => [x, y],
  place: ([left, top, right, bottom]) => ({
    ...{ origin: [left, bottom], right: [1, 0], up: [0, 1] },
    ...{ width: right - left, height: bottom - top },
  }),
};
const font = { codesOf: (text: string) => text };

/** Where words are written: from and to, as the operators say. */
function written(text: string, ...words: [text: string, box: Box][]) {
  const line = { text, box: [0, 0, 400, 40] as Box, words: words.map(([text, box]) => ({ text, box })) };
  const content = layerContent([line], { font, fontName: 'F', place });
  const operators = /F ([\d.]+) Tf 1 0 0 1 ([\d.]+) [\d.]+ Tm ([\d.]+) Tz <(.*?)> Tj/g;
  return [...content.matchAll(operators)].map(([, height, left, scale, shown = '']) => {
    const width = ((Number(scale) / 100) * Number(height) * GLYPH_WIDTH * shown.length) / 1_000;
    return { text: shown, from: Number(left), to: Math.round(Number(left) + width) };
  });
}

describe('the words of a line', () => {
  it('are as wide as their boxes where there is room between them', () => {
    const boxes: Box[] = [
      [10, 0, 110, 40],
      [118, 0, 200, 40],
    ];
    expect(written('Plastic bag', ['Plastic', boxes[0] as Box], ['bag', boxes[1] as Box])).toEqual([
      { text: 'Plastic', from: 10, to: 110 },
      { text: 'bag', from: 118, to: 200 },
    ]);
  });

  it('end before the next word that touches them or lies over them, so that readers tell them apart', () => {
    const touching = written('Plastic bag', ['Plastic', [10, 0, 110, 40]], ['bag', [110, 0, 120, 40]]);
    expect(touching.map(({ from, to }) => [from, to])).toEqual([
      [10, 105],
      [110, 120],
    ]);
    const over = written('TRADING COMPANY', ['TRADING', [100, 0, 300, 40]], ['COMPANY', [120, 0, 300, 40]]);
    expect(over.map(({ from, to }) => [from, to])).toEqual([
      [100, 167],
      [120, 300],
    ]);
  });

  it('touch where the line has no blank, and where they stand one below the other', () => {
    const joined = written('日本語の', ['日本', [10, 0, 90, 40]], ['語の', [90, 0, 170, 40]]);
    expect(joined[0]).toMatchObject({ from: 10, to: 90 });
    const below = written('up down', ['up', [10, 0, 50, 100]], ['down', [12, 110, 52, 200]]);
    expect(below[0]).toMatchObject({ from: 10, to: 50 });
  });
});

import { expect, it } from 'vitest';
import { greyOfColours } from './grey-of-colours.ts';

function greyOf(...colour: [red: number, green: number, blue: number]): number {
  return greyOfColours(Uint8Array.of(...colour))[0] ?? Number.NaN;
}

it('leaves grey pixels as they are', () => {
  const levels = [0, 1, 100, 254, 255];
  expect(levels.map((level) => greyOf(level, level, level))).toEqual(levels);
});

it('shows a stamp clearly lighter than black letters under it', () => {
  expect(greyOf(217, 26, 38)).toBeGreaterThan(140);
  expect(greyOf(30, 50, 200)).toBeGreaterThan(130);
});

it('tells apart colours of the same lightness', () => {
  const [red, green] = [greyOf(200, 50, 50), greyOf(45, 126, 50)];
  expect(Math.abs(red - green)).toBeGreaterThan(30);
});

it('leaves coloured letters dark enough on white', () => {
  for (const grey of [greyOf(220, 20, 30), greyOf(20, 40, 230), greyOf(0, 128, 0), greyOf(240, 217, 26)])
    expect(grey).toBeLessThan(255 - 20);
});

import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawPage, makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { uncoveredText } from './uncovered-text.ts';

const look = { pageSize: { width: 300, height: 80 }, margin: 20, fontSize: 12 };

async function drawn(...lines: string[]) {
  return await drawPage(await makePdf([lines], look), 150);
}

it('sees a line of text that no word covers, also a single word', async () => {
  expect(await uncoveredText(await drawn('A line that nobody mentions'), [], 1)).toBeGreaterThan(15);
  expect(uncoveredText(await drawn('Invoice'), [], 1)).toBeGreaterThanOrEqual(5);
});

it('sees nothing where words cover the ink, given in twice the pixels', async () => {
  const picture = await drawn('Covered by its words');
  const whole = { box: [0, 0, 2 * picture.width, 2 * picture.height] as [number, number, number, number] };
  expect(uncoveredText(picture, [whole], 0.5)).toBe(0);
});

it('takes rules, frames, bullets and a wide picture for no text', async () => {
  const shapes = `<svg width="600" height="300"><g stroke="black" fill="none" stroke-width="2">
    <path d="M20 40H580 M20 60H580 M20 40V260 M300 40V260"/><rect x="340" y="90" width="200" height="60"/>
    <path stroke-dasharray="8 6" d="M20 280H580"/></g>
    <circle cx="40" cy="100" r="5"/><circle cx="40" cy="140" r="5"/><circle cx="40" cy="180" r="5"/>
    <path d="M340 260L380 180L430 230L480 170L540 260Z"/></svg>`;
  const { data, info } = await sharp(Buffer.from(shapes))
    .flatten({ background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(uncoveredText({ width: info.width, height: info.height, pixels: data }, [], 1)).toBeLessThan(5);
});

it('sees nothing on a blank page', async () => {
  const { data, info } = await sharp(await makePageImage([], look))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(uncoveredText({ width: info.width, height: info.height, pixels: data }, [], 1)).toBe(0);
});

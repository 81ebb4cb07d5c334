import type { TextBox } from '../find/text-box.ts';
import { type GreyImage, halve } from '../open/grey-image.ts';

/** The height the recogniser was trained on. */
export const LINE_HEIGHT = 48;
const MIN_WIDTH = 8;

// Sampling four neighbours skips pixels when a line is much higher than 48: up to 1.7 times is still sharp.
const MAX_SHRINK = 1.7;
const MAX_HALVINGS = 4;

/**
 * Cuts lines out of a page, upright and 48 pixels high. Smaller copies of the page are made once and only if
 * needed.
 */
export function createLineCutter(page: GreyImage): (box: TextBox) => GreyImage {
  const copies = [page];
  return function cutLine(box) {
    let halvings = 0;
    while (halvings < MAX_HALVINGS && box.height / 2 ** halvings > MAX_SHRINK * LINE_HEIGHT) halvings++;
    for (let last = copies.at(-1); last && copies.length <= halvings; last = copies.at(-1))
      copies.push(halve(last));
    return sampleLine(copies[halvings] ?? page, box, 2 ** halvings);
  };
}

// Bilinear samples along the tilted box, in an image that is smaller than the box's page by `factor`.
function sampleLine({ width, height, pixels }: GreyImage, box: TextBox, factor: number): GreyImage {
  const columns = Math.max(MIN_WIDTH, Math.round((box.width * LINE_HEIGHT) / box.height));
  const line = new Uint8Array(columns * LINE_HEIGHT);
  const stepAlong = box.width / factor / columns;
  const stepAcross = box.height / factor / LINE_HEIGHT;
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const rightmost = width - 1.001;
  const lowest = height - 1.001;
  for (let row = 0, target = 0; row < LINE_HEIGHT; row++) {
    const across = (row + 0.5 - LINE_HEIGHT / 2) * stepAcross;
    const along = (0.5 - columns / 2) * stepAlong;
    let x = box.centreX / factor + along * cos - across * sin - 0.5;
    let y = box.centreY / factor + along * sin + across * cos - 0.5;
    for (let column = 0; column < columns; column++, x += stepAlong * cos, y += stepAlong * sin) {
      const insideX = Math.min(Math.max(x, 0), rightmost);
      const insideY = Math.min(Math.max(y, 0), lowest);
      const left = insideX | 0;
      const top = insideY | 0;
      const at = top * width + left;
      const fraction = insideX - left;
      const a = pixels[at] ?? 0;
      const c = pixels[at + width] ?? 0;
      const above = a + ((pixels[at + 1] ?? 0) - a) * fraction;
      const below = c + ((pixels[at + width + 1] ?? 0) - c) * fraction;
      line[target++] = above + (below - above) * (insideY - top) + 0.5;
    }
  }
  return { width: columns, height: LINE_HEIGHT, pixels: line };
}

import type { GreyImage } from '../open/grey-image.ts';
import type { Box } from '../page-reading.ts';

// The palest type in use (#ddd on white) differs by 34 of 255; the noise of a scanned blank by up to 15.
const MIN_CONTRAST = 20;

/**
 * Leaves out words of which nothing is seen: white on white, clipped away, behind a picture. `scale` leads from
 * their pixels to those of the picture.
 */
export function visibleWords<Word extends { box: Box }>(
  words: readonly Word[],
  picture: GreyImage,
  scale: number,
): Word[] {
  return words.filter(({ box }) => contrastIn(picture, box, scale) >= MIN_CONTRAST);
}

function contrastIn({ width, height, pixels }: GreyImage, [x0, y0, x1, y1]: Box, scale: number): number {
  let darkest = 255;
  let lightest = 0;
  const right = Math.min(width, Math.ceil(x1 * scale) + 1);
  const bottom = Math.min(height, Math.ceil(y1 * scale) + 1);
  for (let y = Math.max(0, Math.floor(y0 * scale) - 1); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(x0 * scale) - 1); x < right; x++) {
      const value = pixels[y * width + x] ?? 255;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  }
  return lightest - darkest;
}

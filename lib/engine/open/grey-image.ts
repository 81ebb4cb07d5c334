import type { Box } from '../page-reading.ts';

/** One byte a pixel, 0 black to 255 white, row by row without padding. */
export type GreyImage = { width: number; height: number; pixels: Uint8Array };

/** Half as wide and high, each pixel the mean of four. */
export function halve({ width, pixels, height }: GreyImage): GreyImage {
  const halfWidth = width >> 1;
  const halfHeight = height >> 1;
  const half = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0, target = 0; y < halfHeight; y++) {
    let above = 2 * y * width;
    let below = above + width;
    for (let x = 0; x < halfWidth; x++, above += 2, below += 2) {
      const sum =
        (pixels[above] ?? 0) + (pixels[above + 1] ?? 0) + (pixels[below] ?? 0) + (pixels[below + 1] ?? 0);
      half[target++] = (sum + 2) >> 2;
    }
  }
  return { width: halfWidth, height: halfHeight, pixels: half };
}

/** The part of an image in a box of whole pixels that lies within it. */
export function cropImage({ width, pixels }: GreyImage, [left, top, right, bottom]: Box): GreyImage {
  const part = new Uint8Array((right - left) * (bottom - top));
  for (let y = top, target = 0; y < bottom; y++, target += right - left)
    part.set(pixels.subarray(y * width + left, y * width + right), target);
  return { width: right - left, height: bottom - top, pixels: part };
}

import type { GreyImage } from '../open/grey-image.ts';

/** The picture as PGM, the plainest file that Tesseract opens, with a white margin on all sides. */
export function portableGreyMap({ width, height, pixels }: GreyImage, margin: number): Uint8Array {
  const outerWidth = width + 2 * margin;
  const outerHeight = height + 2 * margin;
  const header = Buffer.from(`P5\n${outerWidth} ${outerHeight}\n255\n`);
  const file = new Uint8Array(header.length + outerWidth * outerHeight).fill(255);
  file.set(header);
  for (let row = 0; row < height; row++)
    file.set(
      pixels.subarray(row * width, (row + 1) * width),
      header.length + (row + margin) * outerWidth + margin,
    );
  return file;
}

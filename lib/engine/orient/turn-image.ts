import type { GreyImage } from '../open/grey-image.ts';
import type { QuarterTurns } from '../page-reading.ts';

/** Turns an image by 90° clockwise. */
export function quarterTurn({ width, height, pixels }: GreyImage): GreyImage {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0, source = 0; y < height; y++) {
    // A row becomes a column: the uppermost is now on the right.
    for (let target = height - 1 - y; target < turned.length; target += height) {
      turned[target] = pixels[source++] ?? 0;
    }
  }
  return { width: height, height: width, pixels: turned };
}

/** Turns an image by so many degrees clockwise. */
export function turnImage(image: GreyImage, degrees: QuarterTurns): GreyImage {
  switch (degrees) {
    case 0:
      return image;
    case 90:
      return quarterTurn(image);
    case 180:
      return halfTurn(image);
    case 270:
      return halfTurn(quarterTurn(image));
  }
}

/** Turns an image by 180°. */
export function halfTurn({ width, height, pixels }: GreyImage): GreyImage {
  return { width, height, pixels: pixels.toReversed() };
}

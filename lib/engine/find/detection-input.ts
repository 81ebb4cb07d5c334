import sharp from 'sharp';
import type { PageSize } from '../document-info.ts';
import type { GreyImage } from '../open/grey-image.ts';

// PP-OCR's detector was trained on ImageNet's normalisation; a grey page fills all three channels.
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

/** The page at the detection size as the network wants it: three planes of floats. */
export async function detectionInput(page: GreyImage, { width, height }: PageSize): Promise<Float32Array> {
  const pixels = await sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } })
    .resize({ width, height, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  const [red = 0, green = 0, blue = 0] = MEAN.map((mean, channel) => -mean / (DEVIATION[channel] ?? 1));
  const [redStep = 0, greenStep = 0, blueStep = 0] = DEVIATION.map((deviation) => 1 / (255 * deviation));
  for (let at = 0; at < plane; at++) {
    const value = pixels[at] ?? 0;
    input[at] = red + value * redStep;
    input[plane + at] = green + value * greenStep;
    input[2 * plane + at] = blue + value * blueStep;
  }
  return input;
}

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
  const input = new Float32Array(3 * width * height);
  MEAN.forEach((mean, channel) => {
    const deviation = DEVIATION[channel] ?? 1;
    const normalised = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
    const plane = channel * width * height;
    for (let at = 0; at < width * height; at++) input[plane + at] = normalised[pixels[at] ?? 0] ?? 0;
  });
  return input;
}

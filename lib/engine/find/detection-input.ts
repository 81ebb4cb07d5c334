import type { GreyImage } from '../open/grey-image.ts';

// PP-OCR's detector was trained on ImageNet's normalisation; a grey page fills all three channels.
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

/** A picture as the detector wants it: three planes of floats. */
export function detectionInput({ pixels }: GreyImage): Float32Array {
  const input = new Float32Array(3 * pixels.length);
  MEAN.forEach((mean, channel) => {
    const deviation = DEVIATION[channel] ?? 1;
    const normalised = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
    const plane = channel * pixels.length;
    for (let at = 0; at < pixels.length; at++) input[plane + at] = normalised[pixels[at] ?? 0] ?? 0;
  });
  return input;
}

import type { GreyImage } from '../open/grey-image.ts';
import type { ColumnRange } from './ink-columns.ts';

// The network's strides want multiples of 8 columns, and it knows no narrower lines than 48.
const WIDTH_STEP = 8;
const MIN_WIDTH = 48;

// What stands for each tone, from -1 (black) to 1 (white).
const shades = Float32Array.from({ length: 256 }, (_, tone) => tone / 127.5 - 1);

/** What a recogniser sees of a piece of a line, and its width in columns. */
export type RecogniserInput = { input: Float32Array; width: number };

/** Three equal planes from -1 (black) to 1 (white), filled with mid-grey on the right. */
export function recogniserInput(line: GreyImage, piece: ColumnRange): RecogniserInput {
  const width = Math.ceil(Math.max(piece.end - piece.start, MIN_WIDTH) / WIDTH_STEP) * WIDTH_STEP;
  const plane = line.height * width;
  const input = new Float32Array(3 * plane);
  const { pixels } = line;
  for (let y = 0; y < line.height; y++) {
    const source = y * line.width;
    const target = y * width - piece.start;
    for (let x = piece.start; x < piece.end; x++) input[target + x] = shades[pixels[source + x] ?? 0] ?? 0;
  }
  input.copyWithin(plane, 0, plane);
  input.copyWithin(2 * plane, 0, plane);
  return { input, width };
}

import type { Recogniser } from '../model/load-models.ts';
import { runModel } from '../model/run-model.ts';
import type { GreyImage } from '../open/grey-image.ts';
import { type Character, decodeCharacters } from './decode-characters.ts';
import { groupWords, type LineWord } from './group-words.ts';
import { type ColumnRange, inkColumns, inkFreeGaps } from './ink-columns.ts';
import { restoreSpaces } from './restore-spaces.ts';
import { splitLine } from './split-line.ts';

// The network's strides want multiples of 8 columns, and it knows no narrower lines than 48.
const WIDTH_STEP = 8;
const MIN_WIDTH = 48;

/**
 * Reads the image of one line, 48 pixels high. One piece at a time: wider batches overflow the processor's
 * cache.
 */
export async function recogniseLine(recogniser: Recogniser, line: GreyImage): Promise<LineWord[]> {
  const ink = inkColumns(line);
  const characters: Character[] = [];
  for (const piece of splitLine(ink)) {
    const seen = await recognisePiece(recogniser, line, piece);
    if (characters.length > 0)
      characters.push({ text: ' ', confidence: 1, centre: piece.start, spaceBefore: 1 });
    characters.push(...restoreSpaces(seen, inkFreeGaps(ink, piece)));
  }
  return groupWords(characters, ink);
}

async function recognisePiece(
  { session, characters }: Recogniser,
  line: GreyImage,
  piece: ColumnRange,
): Promise<Character[]> {
  const { input, width } = recogniserInput(line, piece);
  const { data, dims } = await runModel(session, input, [1, 3, line.height, width]);
  const [, steps = 0, classes = 0] = dims;
  const decoded = decodeCharacters({ data, steps, classes }, characters, width / steps);
  return decoded.map((character) => ({ ...character, centre: character.centre + piece.start }));
}

// Three equal planes from -1 (black) to 1 (white), filled with mid-grey on the right.
function recogniserInput(line: GreyImage, piece: ColumnRange): { input: Float32Array; width: number } {
  const width = Math.ceil(Math.max(piece.end - piece.start, MIN_WIDTH) / WIDTH_STEP) * WIDTH_STEP;
  const plane = line.height * width;
  const input = new Float32Array(3 * plane);
  for (let y = 0; y < line.height; y++) {
    const source = y * line.width;
    const target = y * width - piece.start;
    for (let x = piece.start; x < piece.end; x++)
      input[target + x] = (line.pixels[source + x] ?? 0) / 127.5 - 1;
  }
  input.copyWithin(plane, 0, plane);
  input.copyWithin(2 * plane, 0, plane);
  return { input, width };
}

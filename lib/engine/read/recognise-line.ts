import type { Recogniser } from '../model/load-models.ts';
import { runModel } from '../model/run-model.ts';
import type { GreyImage } from '../open/grey-image.ts';
import { type Character, decodeCharacters } from './decode-characters.ts';
import { groupWords, type LineWord } from './group-words.ts';
import { type ColumnRange, inkColumns, inkFreeGaps } from './ink-columns.ts';
import { joinAddresses } from './join-addresses.ts';
import { joinFigures } from './join-figures.ts';
import { recogniserInput } from './recogniser-input.ts';
import { restoreSpaces } from './restore-spaces.ts';
import { splitLine } from './split-line.ts';

/** Puts right what one model confuses. */
export type Mend = (characters: readonly Character[]) => readonly Character[];

/**
 * Reads the image of one line, 48 pixels high. One piece at a time: wider batches overflow the processor's
 * cache.
 */
export async function recogniseLine(
  recogniser: Recogniser,
  line: GreyImage,
  mend: Mend = (characters) => characters,
): Promise<LineWord[]> {
  const ink = inkColumns(line);
  const characters: Character[] = [];
  for (const piece of splitLine(ink)) {
    const seen = mend(await recognisePiece(recogniser, line, piece));
    if (characters.length > 0)
      characters.push({ text: ' ', confidence: 1, centre: piece.start, spaceBefore: 1 });
    const gaps = inkFreeGaps(ink, piece);
    characters.push(...joinFigures(joinAddresses(restoreSpaces(seen, gaps), gaps), gaps));
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

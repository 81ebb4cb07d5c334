import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import { unionOf } from './box.ts';
import { cutWords } from './cut-words.ts';
import { matchTexts } from './match-texts.ts';
import { shareBoxes } from './share-boxes.ts';
import { placeWords } from './word-places.ts';

/**
 * The words of a line after it got another text. A word of which every character stayed, and that is still a word,
 * is kept as it was; others are marked `corrected`, with the box of what they replace. The same change gives the
 * same words always; boxes stay within those of the line and its words, and are null where it has none.
 */
export function alignWords(
  line: Pick<ExtractionLine, 'text' | 'box' | 'words'>,
  text: string,
): ExtractionWord[] {
  if (text === line.text) return line.words;
  const before = placeWords(line.words, line.text);
  const words = cutWords(text, before, matchTexts(line.text, text));
  const frame = unionOf([line.box, ...line.words.map(({ box }) => box)]);
  const boxes = frame ? shareBoxes(words, { before, text: line.text || text, frame }) : [];
  const unchanged = new Map(before.map(({ word, start, end }) => [`${start} ${end} ${word.text}`, word]));
  return words.map(
    ({ text: said, from, to }, index) =>
      unchanged.get(`${from} ${to} ${said}`) ?? {
        text: said,
        confidence: null,
        box: boxes[index] ?? null,
        by: 'corrected',
      },
  );
}

import { lettersInOrder } from '../reading-direction.ts';
import type { LayerCharacter } from './layer-character.ts';
import { isOnLineOf, type LetterPlace, letterPlace } from './letter-place.ts';

type PlacedLetter = LetterPlace & { letter: LayerCharacter; text: string; em: number };

// A figure begins at its far end, as seen from the letter that it follows: ten places away in a long one.
const MAX_JUMP_EM = 6;
const MAX_GAP_EM = 1;
const MARK = /^\p{M}/u;

/** Whether a letter can belong to the word of the last one, on whichever side it stands. */
export function isInReach(last: LetterPlace, next: LetterPlace, em: number): boolean {
  return (
    isOnLineOf(last, next, em) &&
    next.start - last.end < MAX_JUMP_EM * em &&
    last.start - next.end < MAX_JUMP_EM * em
  );
}

/**
 * The letters of a word that is read from right to left, as they are read. PDFium answers them in that order mostly,
 * but not where the file itself has them so. Where a gap is wider than any in a word, there are several, from the
 * right.
 */
export function partsOfWord(letters: readonly LayerCharacter[]): LayerCharacter[][] {
  const placed = letters.map((letter) => ({
    ...letterPlace(letter),
    letter,
    text: letter.text,
    em: letter.em,
  }));
  const bases = placed.filter(({ text }) => !MARK.test(text));
  const marks = placed.filter(({ text }) => MARK.test(text));
  const parts = partedAtGaps([...bases, ...onTheirLetters(marks, bases)]);
  return parts.map((part) => lettersInOrder(part, ({ start }) => start).map(({ letter }) => letter));
}

/** Marks with the start of the letter that they stand above or below, so that they are read right after it. */
function onTheirLetters(marks: readonly PlacedLetter[], bases: readonly PlacedLetter[]): PlacedLetter[] {
  const fromLeft = bases.toSorted((a, b) => middleOf(a) - middleOf(b));
  let at = 0;
  return marks
    .toSorted((a, b) => middleOf(a) - middleOf(b))
    .map((mark) => {
      const distance = (index: number) => {
        const base = fromLeft[index];
        return base ? Math.abs(middleOf(base) - middleOf(mark)) : Number.POSITIVE_INFINITY;
      };
      while (distance(at + 1) < distance(at)) at++;
      return { ...mark, start: fromLeft[at]?.start ?? mark.start };
    });
}

function middleOf({ start, end }: LetterPlace): number {
  return (start + end) / 2;
}

function partedAtGaps(letters: readonly PlacedLetter[]): PlacedLetter[][] {
  const parts: PlacedLetter[][] = [];
  let edge = 0;
  for (const letter of letters.toSorted((a, b) => b.start - a.start)) {
    if (parts.length > 0 && edge - letter.end < MAX_GAP_EM * letter.em) parts.at(-1)?.push(letter);
    else parts.push([letter]);
    edge = letter.start;
  }
  return parts;
}

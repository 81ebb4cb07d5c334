type Said = { text: string };
type Way = 'left' | 'right' | 'either';

// The scripts in use that run from right to left. Their figures run from left to right, as ours.
const TO_THE_LEFT =
  /(?=\p{L})[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}]/gu;
const LETTERS = /\p{L}/gu;
const OF_FIGURES = /[\p{N}\p{Sc}%]/u;

/** Whether a text holds letters that are read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return text.search(TO_THE_LEFT) >= 0;
}

/** The letters of a word that is read from right to left, as they are read. */
export function lettersInOrder<Letter extends Said>(
  letters: readonly Letter[],
  leftOf: (letter: Letter) => number,
): Letter[] {
  const fromRight = letters.toSorted((a, b) => leftOf(b) - leftOf(a));
  return turnedBack(fromRight, 'right', ({ text }) => (OF_FIGURES.test(text) ? 'right' : wayOf(text)));
}

/**
 * The parts of a line, words or more, as they are read: as they come where nothing is read from right to left, else
 * from the side that most letters want. A simple form of the Unicode Bidirectional Algorithm, from what is seen to
 * what is meant.
 */
export function partsInOrder<Part extends Said>(
  parts: readonly Part[],
  leftOf: (part: Part) => number,
): Part[] {
  const text = parts.map((part) => part.text).join('');
  const toTheLeft = countOf(text, TO_THE_LEFT);
  if (toTheLeft === 0) return [...parts];
  const fromLeft = parts.toSorted((a, b) => leftOf(a) - leftOf(b));
  return 2 * toTheLeft >= countOf(text, LETTERS)
    ? turnedBack(fromLeft.reverse(), 'right', (part) => wayOf(part.text))
    : turnedBack(fromLeft, 'left', (part) => wayOf(part.text));
}

function wayOf(text: string): Way {
  if (hasRightToLeft(text)) return 'left';
  return text.search(LETTERS) >= 0 ? 'right' : 'either';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Turns round each stretch of parts that run back, with what stands between them and runs either way. */
function turnedBack<Part extends Said>(
  parts: readonly Part[],
  back: Way,
  wayOfPart: (part: Part) => Way,
): Part[] {
  const ordered = [...parts];
  let first = -1;
  let last = -1;
  for (let at = 0; at <= parts.length; at++) {
    const part = parts[at];
    const way = part && wayOfPart(part);
    if (way === back) {
      if (first < 0) first = at;
      last = at;
    } else if (way !== 'either' && first >= 0) {
      for (const [index, turned] of parts.slice(first, last + 1).entries()) ordered[last - index] = turned;
      first = -1;
    }
  }
  return ordered;
}

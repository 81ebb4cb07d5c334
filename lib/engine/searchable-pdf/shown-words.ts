import type { PdfCharacter } from '../open/pdfium-characters.ts';
import type { PagePlace } from './page-place.ts';
import type { LayerWord } from './text-layer.ts';

// Characters are looked up by the stripe of the page in which they stand; page units.
const STRIPE = 24;
// How far a letter's middle may stand outside of the word's box, in heights of the box.
const MARGIN = 0.25;

/**
 * Tells of a word whether the page shows the very same letters at its place: then readers find it without a
 * layer. Letters without ink, or whose font does not tell what they are, do not count.
 */
export function shownWords(
  characters: readonly PdfCharacter[],
  { pointOf }: PagePlace,
): (word: LayerWord) => boolean {
  const stripes = new Map<number, { at: number; x: number; y: number; letter: string }[]>();
  characters.forEach((character, at) => {
    if (character.invisible || character.generated || character.unmapped) return;
    const [x, y] = middleOf(character);
    const letter = { at, x, y, letter: String.fromCodePoint(character.code) };
    const stripe = Math.floor(y / STRIPE);
    const inStripe = stripes.get(stripe);
    if (inStripe) inStripe.push(letter);
    else stripes.set(stripe, [letter]);
  });

  return ({ text, box: [left, top, right, bottom] }) => {
    const margin = MARGIN * (bottom - top);
    const corners = [pointOf(left - margin, top - margin), pointOf(right + margin, bottom + margin)];
    const [x0, x1] = sorted(corners.map(([x]) => x));
    const [y0, y1] = sorted(corners.map(([, y]) => y));
    const wanted = lettersOf(text);
    const within = [];
    for (let stripe = Math.floor(y0 / STRIPE); stripe <= Math.floor(y1 / STRIPE); stripe++) {
      const letters = stripes.get(stripe) ?? [];
      within.push(...letters.filter(({ x, y }) => x >= x0 && x <= x1 && y >= y0 && y <= y1));
    }
    const shown = within.sort((one, other) => one.at - other.at).map(({ letter }) => letter);
    // Pages hold what runs from the right in either order.
    return [shown, shown.toReversed()].some((letters) => lettersOf(letters.join('')) === wanted);
  };
}

function middleOf({ box: [left, bottom, right, top] }: PdfCharacter): [number, number] {
  return [(left + right) / 2, (bottom + top) / 2];
}

function sorted(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Ligatures are their letters. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad]/g, '');
}

import type { ExtractionWord } from '#lib/contracts/index.ts';

/** Where a word stands in its line, in UTF-16 units. */
export type PlacedWord = { word: ExtractionWord; start: number; end: number };

/** The words of a line with their places; what the text does not say after the word before is left out. */
export function placeWords(words: readonly ExtractionWord[], text: string): PlacedWord[] {
  const placed: PlacedWord[] = [];
  let from = 0;
  for (const word of words) {
    const start = text.indexOf(word.text, from);
    if (start < 0 || word.text === '') continue;
    from = start + word.text.length;
    placed.push({ word, start, end: from });
  }
  return placed;
}

/** The words of a text that nobody placed: what stands between blanks. */
export function wordsOfText(text: string): ExtractionWord[] {
  return (text.match(/\S+/gu) ?? []).map((word) => ({ text: word, confidence: null, box: null }));
}

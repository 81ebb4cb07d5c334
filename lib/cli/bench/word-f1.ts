/**
 * How well a reading holds the words of the truth, 0 to 1: the harmonic mean of precision and recall over the
 * bag of words. Case, punctuation and order do not count, repetitions do. 1 when both hold no word.
 */
export function wordF1(truth: string, reading: string): number {
  const expected = foldedWords(truth);
  const found = foldedWords(reading);
  if (expected.length + found.length === 0) return 1;
  return (2 * countShared(expected, found)) / (expected.length + found.length);
}

/** The words of a text as they are compared: upper-cased, letters and digits only; "Total:" and "TOTAL" are one. */
export function foldedWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map(foldedWord)
    .filter((word) => word !== '');
}

export function foldedWord(word: string): string {
  return word
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function countShared(expected: readonly string[], found: readonly string[]): number {
  const missing = new Map<string, number>();
  for (const word of expected) missing.set(word, (missing.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const left = missing.get(word) ?? 0;
    if (left === 0) continue;
    missing.set(word, left - 1);
    shared++;
  }
  return shared;
}

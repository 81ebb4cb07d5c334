const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const LENGTHS = { least: 2, most: 40 };
/** Of one page; a page of a telephone book has some 2,000. */
const MAX_WORDS = 5_000;

/** The different words of a text in lower case, as the search proposes them. */
export function wordsOfText(text: string): string[] {
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    if (word.length < LENGTHS.least || word.length > LENGTHS.most) continue;
    words.add(word.toLowerCase());
    if (words.size === MAX_WORDS) break;
  }
  return [...words];
}

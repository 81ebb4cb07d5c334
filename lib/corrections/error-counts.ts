import { distance } from 'fastest-levenshtein';

export type ErrorCounts = {
  characterErrors: number;
  /** Of the truth. */
  characterCount: number;
  wordErrors: number;
  wordCount: number;
};

/**
 * Insertions, deletions and replacements that turn what was read into the truth, in characters and in words. After
 * NFKC, with all white space as single spaces.
 */
export function errorCounts(truth: string, read: string): ErrorCounts {
  const [expected, found] = [truth, read].map((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  const [characters, foundCharacters] = [[...(expected ?? '')], [...(found ?? '')]];
  const [words, foundWords] = [wordsOf(expected ?? ''), wordsOf(found ?? '')];
  return {
    characterErrors: editDistance(characters, foundCharacters),
    characterCount: characters.length,
    wordErrors: editDistance(words, foundWords),
    wordCount: words.length,
  };
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/gu) ?? [];
}

/** The library compares UTF-16 units, so each different part is named by one. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  const units = new Map<string, string>();
  const inUnits = (parts: readonly string[]) =>
    parts
      .map((part) => {
        const unit = units.get(part) ?? String.fromCharCode(units.size);
        units.set(part, unit);
        return unit;
      })
      .join('');
  return distance(inUnits(one), inUnits(other));
}

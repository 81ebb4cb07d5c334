/**
 * Insertions, deletions and replacements that turn the reading into the truth, as a share of the truth's
 * characters; above 1 when more was invented than there is. After NFKC, with all white space as single spaces.
 */
export function characterErrorRate(truth: string, reading: string): number {
  const expected = charactersOf(truth);
  const found = charactersOf(reading);
  if (expected.length === 0) return found.length === 0 ? 0 : 1;
  return editDistance(expected, found) / expected.length;
}

function charactersOf(text: string): string[] {
  return [...text.normalize('NFKC').replace(/\s+/g, ' ').trim()];
}

// Levenshtein's distance, of which only the last row of the matrix is kept.
function editDistance(expected: readonly string[], found: readonly string[]): number {
  const row = Uint32Array.from({ length: expected.length + 1 }, (_, index) => index);
  found.forEach((character, foundIndex) => {
    let diagonal = foundIndex;
    let left = foundIndex + 1;
    row[0] = left;
    for (let at = 1; at <= expected.length; at++) {
      const above = row[at] ?? 0;
      const replaced = diagonal + (expected[at - 1] === character ? 0 : 1);
      left = Math.min(replaced, above + 1, left + 1);
      row[at] = left;
      diagonal = above;
    }
  });
  return row[expected.length] ?? 0;
}

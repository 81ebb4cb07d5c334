import { errorCounts } from '#lib/corrections/index.ts';

/**
 * Insertions, deletions and replacements that turn the reading into the truth, as a share of the truth's
 * characters; above 1 when more was invented than there is. After NFKC, with all white space as single spaces.
 */
export function characterErrorRate(truth: string, reading: string): number {
  const { characterErrors, characterCount } = errorCounts(truth, reading);
  if (characterCount === 0) return characterErrors === 0 ? 0 : 1;
  return characterErrors / characterCount;
}

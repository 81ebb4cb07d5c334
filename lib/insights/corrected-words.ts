import type { CorrectedWord } from '#lib/contracts/index.ts';
import { diffWords } from '#lib/corrections/index.ts';

const ONE_WORD = /^\S{1,40}$/u;

/** Which words were replaced by which, the most frequent first; insertions and deletions are none. */
export function correctedWords(
  texts: readonly { read: string; approved: string }[],
  most: number,
): CorrectedWord[] {
  const found = new Map<string, CorrectedWord>();
  for (const [before, after] of texts.flatMap(replacedWords)) {
    const key = `${before} ${after}`;
    found.set(key, { before, after, count: (found.get(key)?.count ?? 0) + 1 });
  }
  const rows = [...found.values()].sort(
    (a, b) => b.count - a.count || a.before.localeCompare(b.before, 'en'),
  );
  return rows.slice(0, most);
}

function replacedWords({ read, approved }: { read: string; approved: string }): [string, string][] {
  const parts = diffWords(read, approved);
  return parts.flatMap((part, index): [string, string][] => {
    const next = parts[index + 1];
    if (part.kind !== 'removed' || next?.kind !== 'added') return [];
    return ONE_WORD.test(part.text) && ONE_WORD.test(next.text) ? [[part.text, next.text]] : [];
  });
}

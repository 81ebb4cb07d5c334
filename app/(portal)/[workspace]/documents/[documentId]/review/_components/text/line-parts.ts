import type { ExtractionLine } from '#lib/contracts/index.ts';

/** A stretch of a line's text, in UTF-16 units; `word` is the place in `line.words`, null between words. */
export type LinePart = { start: number; end: number; word: number | null };

/** The whole text of a line, cut at its words. */
export function lineParts({ text, words }: Pick<ExtractionLine, 'text' | 'words'>): LinePart[] {
  const parts: LinePart[] = [];
  let at = 0;
  words.forEach(({ text: said }, word) => {
    const start = text.indexOf(said, at);
    if (start < 0) return;
    if (start > at) parts.push({ start: at, end: start, word: null });
    at = start + said.length;
    parts.push({ start, end: at, word });
  });
  if (at < text.length) parts.push({ start: at, end: text.length, word: null });
  return parts;
}

/** The word at a caret: the one it stands in or before, else the one right behind. */
export function wordAt(line: Pick<ExtractionLine, 'text' | 'words'>, caret: number): number | undefined {
  const words = lineParts(line).filter(({ word }) => word !== null);
  const part =
    words.find(({ start, end }) => start <= caret && caret < end) ?? words.find(({ end }) => end === caret);
  return part?.word ?? undefined;
}

/** Where a word stands in its line. */
export function rangeOfWord(
  line: Pick<ExtractionLine, 'text' | 'words'>,
  word: number,
): { start: number; end: number } | null {
  return lineParts(line).find((part) => part.word === word) ?? null;
}

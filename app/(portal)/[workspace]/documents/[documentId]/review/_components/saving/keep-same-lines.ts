import type { ExtractionLine } from '#lib/contracts/index.ts';

/** `next`, with the objects of `shown` where they say the same: what did not change is not drawn again. */
export function keepSameLines(
  shown: readonly ExtractionLine[],
  next: readonly ExtractionLine[],
): ExtractionLine[] {
  const known = new Map(shown.map((line) => [line.id, line]));
  return next.map((line) => {
    const old = known.get(line.id);
    return old && isSame(old, line) ? old : line;
  });
}

function isSame(one: ExtractionLine, other: ExtractionLine): boolean {
  if (one === other) return true;
  if (one.text !== other.text || one.words.length !== other.words.length) return false;
  if (`${one.box}` !== `${other.box}`) return false;
  return one.words.every((word, place) => {
    const twin = other.words[place];
    return (
      word.text === twin?.text &&
      word.by === twin.by &&
      word.confidence === twin.confidence &&
      `${word.box}` === `${twin.box}`
    );
  });
}

import { onOneRow, type Placed } from './placed-line.ts';

/** For each text the others that stand on its row. Texts come sorted from top to bottom. */
export function rowMates<Text extends Placed>(texts: readonly Text[]): Map<Text, Text[]> {
  const mates = new Map<Text, Text[]>(texts.map((text) => [text, []]));
  const tallest = Math.max(0, ...texts.map(({ height }) => height));
  texts.forEach((text, index) => {
    for (let at = index + 1; at < texts.length; at++) {
      const other = texts[at];
      if (!other || other.middle - text.middle > (text.height + tallest) / 2) break;
      if (!onOneRow(text, other)) continue;
      mates.get(text)?.push(other);
      mates.get(other)?.push(text);
    }
  });
  return mates;
}

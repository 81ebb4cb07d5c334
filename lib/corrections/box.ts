import type { ExtractionWord } from '#lib/contracts/index.ts';

export type Box = NonNullable<ExtractionWord['box']>;

/** The smallest box around these; null when none of them has a place. */
export function unionOf(boxes: readonly (Box | null)[]): Box | null {
  const known = boxes.filter((box) => box !== null);
  if (known.length === 0) return null;
  return [
    Math.min(...known.map((box) => box[0])),
    Math.min(...known.map((box) => box[1])),
    Math.max(...known.map((box) => box[2])),
    Math.max(...known.map((box) => box[3])),
  ];
}

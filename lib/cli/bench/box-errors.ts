type Box = readonly [x0: number, y0: number, x1: number, y1: number];
export type BoxedWord = { text: string; box: Box };

/** Distances in pixels between the edges of boxes; half and 95 % of all edges are nearer. */
export type BoxErrors = { words: number; median: number; p95: number; worst: number };

const EDGES = [0, 1, 2, 3] as const;

/**
 * How far each edge of the words' boxes is from the truth. Only words that were read letter by letter count, each
 * against the word of the truth that it covers.
 */
export function edgeDistances(truth: readonly BoxedWord[], words: readonly BoxedWord[]): number[] {
  return words.flatMap((word) => {
    const expected = truth.find((other) => other.text === word.text && overlap(other.box, word.box));
    return expected ? EDGES.map((edge) => Math.abs(expected.box[edge] - word.box[edge])) : [];
  });
}

/** Null without any distance. */
export function boxErrorsOf(distances: readonly number[]): BoxErrors | null {
  const sorted = distances.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  if (sorted.length === 0) return null;
  return { words: sorted.length / EDGES.length, median: at(0.5), p95: at(0.95), worst: at(1) };
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

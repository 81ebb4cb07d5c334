/** Across and down, in steps. */
export type Step = readonly [number, number];

const arrows: Readonly<Record<string, Step>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Undefined for keys that are no arrows. */
export function stepOfKey(key: string): Step | undefined {
  return arrows[key];
}

/** Numbers from 0 up to, without, 1; the same seed gives the same numbers (Numerical Recipes' generator). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of at least one value. */
export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[between(random, 0, values.length - 1)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

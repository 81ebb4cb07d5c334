/** One character that the recogniser saw. */
export type Character = {
  text: string;
  /** 0 to 1. */
  confidence: number;
  /** Column of its centre. */
  centre: number;
  /** How likely the model held a space since the character before, at its most; 0 to 1. */
  spaceBefore: number;
  /** How likely the model held a capital I for a small L. */
  smallL?: number;
};

/** The model's answer: for each step along the line the probability of each class. */
export type StepProbabilities = { data: Float32Array; steps: number; classes: number };

/**
 * Greedy CTC decoding: at each step the likeliest class; repeated classes are one character, class 0 is none.
 * `columnsPerStep` tells where on the line a step lies.
 */
export function decodeCharacters(
  { data, steps, classes }: StepProbabilities,
  characters: readonly string[],
  columnsPerStep: number,
): Character[] {
  const decoded: Character[] = [];
  const spaceClasses = characters.flatMap((text, index) => (text === ' ' ? [index] : []));
  const smallL = characters.indexOf('l');
  let previousClass = 0;
  let firstStep = 0;
  let spaceBefore = 0;
  for (let step = 0; step < steps; step++) {
    const offset = step * classes;
    let best = 0;
    for (let index = 1; index < classes; index++) {
      if ((data[offset + index] ?? 0) > (data[offset + best] ?? 0)) best = index;
    }
    const text = characters[best] ?? '';
    if (best !== 0 && best !== previousClass) {
      const centre = (step + 0.5) * columnsPerStep;
      const character = { text, confidence: data[offset + best] ?? 0, centre, spaceBefore };
      decoded.push(
        text === 'I' && smallL > 0 ? { ...character, smallL: data[offset + smallL] ?? 0 } : character,
      );
      spaceBefore = 0;
      firstStep = step;
    } else if (best !== 0) {
      const character = decoded.at(-1);
      if (character) character.centre = ((firstStep + step) / 2 + 0.5) * columnsPerStep;
    }
    if (text !== ' ') {
      for (const index of spaceClasses) spaceBefore = Math.max(spaceBefore, data[offset + index] ?? 0);
    }
    previousClass = best;
  }
  return decoded;
}

import type { LayerCharacter } from './layer-character.ts';

/** Where a letter begins and ends along its line, and the line's distance from the page's corner. */
export type LetterPlace = { angle: number; start: number; end: number; baseline: number };

const SAME_ANGLE = 0.03;
const MAX_BASELINE_STEP_EM = 0.5;

export function letterPlace({ box, x, y, angle }: LayerCharacter): LetterPlace {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The ink of a level or upright letter; of a tilted one a little more. All parts of a ligature have one origin.
  const [x0, y0, x1, y1] = box;
  const ends = [x0 * cos + y0 * sin, x1 * cos + y1 * sin];
  return {
    angle,
    start: Math.min(...ends),
    end: Math.max(...ends),
    baseline: y * cos - x * sin,
  };
}

export function isOnLineOf(last: LetterPlace, next: LetterPlace, em: number): boolean {
  return (
    Math.abs(last.angle - next.angle) < SAME_ANGLE &&
    Math.abs(last.baseline - next.baseline) < MAX_BASELINE_STEP_EM * em
  );
}

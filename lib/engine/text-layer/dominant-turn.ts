import type { QuarterTurns } from '../page-reading.ts';
import type { LayerCharacter } from './layer-character.ts';

const turns = [0, 270, 180, 90] as const;

/** By how much the page has to be turned, clockwise, so that most of its text runs level. */
export function dominantTurn(characters: readonly LayerCharacter[]): QuarterTurns {
  const counts = [0, 0, 0, 0];
  for (const { angle } of characters) {
    const quarter = ((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4;
    counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  return turns[counts.indexOf(Math.max(...counts))] ?? 0;
}

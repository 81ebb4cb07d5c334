import type { LayerCharacter } from './layer-character.ts';

// Bold type is feigned by drawing a letter twice, some hundredths of its size apart; shadows fall a little further.
const SAME_PLACE_EM = 0.12;
// Letters of no size at all must not share one cell of no size.
const FINEST_CELL = 0.01;
// The dots of the finest leader are further apart; more on one place is a page that means to cost time.
const MAX_IN_CELL = 8;

/**
 * Leaves out letters that are drawn once more on (nearly) the same place, or many times. Letters of one piece of text are never
 * the same: the two f of a ligature stand on one place.
 */
export function dropDuplicates(characters: readonly LayerCharacter[]): LayerCharacter[] {
  const seen = new Map<string, LayerCharacter[]>();
  return characters.filter((character) => {
    if (character.text === ' ') return true;
    const reach = SAME_PLACE_EM * character.em;
    const cell = Math.max(FINEST_CELL, 2 * reach);
    const [column, row] = [Math.floor(character.x / cell), Math.floor(character.y / cell)];
    for (const [right, down] of neighbours) {
      const others = seen.get(keyOf(character, column + right, row + down)) ?? [];
      if (others.some((other) => isCopy(other, character, reach))) return false;
    }
    const key = keyOf(character, column, row);
    const here = seen.get(key);
    if (!here) seen.set(key, [character]);
    else if (here.length < MAX_IN_CELL) here.push(character);
    else return false;
    return true;
  });
}

const neighbours = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const));

function keyOf({ text, em }: LayerCharacter, column: number, row: number): string {
  return `${text} ${Math.round(em)} ${column} ${row}`;
}

function isCopy(other: LayerCharacter, { x, y, object }: LayerCharacter, reach: number): boolean {
  return other.object !== object && Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach;
}

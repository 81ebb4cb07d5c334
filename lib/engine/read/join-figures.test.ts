import { expect, it } from 'vitest';
import type { Character } from './decode-characters.ts';
import { joinFigures } from './join-figures.ts';

// Each character takes a cell of 20 columns and prints on 16 of them; a point or comma prints on 4. A space that the
// model sees without a cell for it is written "_".
function read(line: string): string {
  const characters: Character[] = [];
  const gaps: { start: number; end: number }[] = [];
  let left = 0;
  let inkEnd: number | null = null;
  for (const sign of line) {
    const text = sign === '_' ? ' ' : sign;
    characters.push({ text, confidence: 1, centre: sign === '_' ? left : left + 10, spaceBefore: 0 });
    if (sign === '_') continue;
    if (sign !== ' ') {
      const half = sign === '.' || sign === ',' ? 2 : 8;
      if (inkEnd !== null) gaps.push({ start: inkEnd, end: left + 10 - half });
      inkEnd = left + 10 + half;
    }
    left += 20;
  }
  return joinFigures(characters, gaps)
    .map(({ text }) => text)
    .join('');
}

it.each([
  ['FISH CAKE RM7._90 SR', 'FISH CAKE RM7.90 SR'],
  ['RM11._50', 'RM11.50'],
  ['TOTAL 1.234,_50 EUR', 'TOTAL 1.234,50 EUR'],
])('takes the white beside the point of "%s" for no space', (seen, joined) => {
  expect(read(seen)).toBe(joined);
});

it.each(['3. 12 sheets of paper', 'in 1995._200 of them', 'No._12', 'RM7. 90'])(
  'leaves the space in "%s"',
  (seen) => {
    expect(read(seen)).toBe(seen.replace('_', ' '));
  },
);

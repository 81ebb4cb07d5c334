import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

it.each([
  ['', '', 0],
  ['reading', '', 7],
  ['reading', 'reading', 0],
  ['reading', 'readinq', 1],
  ['reading', 'eadingg', 2],
  ['kitten', 'sitting', 3],
])('counts what makes %j and %j the same: %i', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});

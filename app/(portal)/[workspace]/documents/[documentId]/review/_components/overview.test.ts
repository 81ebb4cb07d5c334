import { expect, it } from 'vitest';
import { doubtElsewhere, nextUndecided, type Overview } from './overview.ts';

const states = ['approved', 'new', 'rejected', 'in_review', 'approved'] as const;
const overview: Overview = states.map((state, at) => ({
  pageNumber: at + 1,
  state,
  doubtfulCount: at,
  revision: 0,
}));

it('leads to the next page that nobody has decided on, round the end', () => {
  expect(nextUndecided(overview, 2)).toBe(4);
  expect(nextUndecided(overview, 4)).toBe(2);
  expect(nextUndecided(overview, 5)).toBe(2);
  expect(nextUndecided(overview.slice(0, 2), 2)).toBeNull();
});

it('counts the doubt of the other pages', () => {
  expect(doubtElsewhere(overview, 5)).toBe(6);
});

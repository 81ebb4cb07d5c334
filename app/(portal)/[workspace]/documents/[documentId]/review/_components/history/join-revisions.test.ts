import { expect, it } from 'vitest';
import type { RevisionSummary } from '#lib/contracts/index.ts';
import { joinRevisions } from './join-revisions.ts';

function revision(number: number, minute: number, more: Partial<RevisionSummary> = {}): RevisionSummary {
  const createdAt = new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
  const changes = [{ line: 'r0', before: `text ${number - 1}`, after: `text ${number}` }];
  return { number, kind: 'edit', author: 'Ana', apiToken: null, createdAt, changes, ...more };
}

function numbers(newestFirst: RevisionSummary[]): number[][] {
  return joinRevisions(newestFirst).map(({ revisions }) => revisions.map(({ number }) => number));
}

it('joins what one person saved with no long pause, however long the sitting', () => {
  const minutes = [0, 4, 8, 12, 18];
  expect(numbers(minutes.map((minute, at) => revision(at + 1, minute)).reverse())).toEqual([
    [5],
    [4, 3, 2, 1],
  ]);
});

it('parts people, and whatever is no correction', () => {
  const first = revision(1, 0);
  expect(numbers([revision(2, 1, { author: 'Ben' }), first])).toEqual([[2], [1]]);
  expect(numbers([revision(3, 2), revision(2, 1, { kind: 'restore' }), first])).toEqual([[3], [2], [1]]);
  expect(numbers([revision(2, 1, { author: null }), revision(1, 0, { author: null })])).toEqual([[2], [1]]);
});

it('joins what one API token saved, and parts tokens', () => {
  const byToken = { author: null, apiToken: 'Importer' };
  expect(numbers([revision(2, 1, byToken), revision(1, 0, byToken)])).toEqual([[2, 1]]);
  const byOther = { author: null, apiToken: 'Checker' };
  expect(numbers([revision(2, 1, byOther), revision(1, 0, byToken)])).toEqual([[2], [1]]);
});

it('tells each line once, as it was before the first and after the last save', () => {
  const other = { line: 'r1', before: 'old', after: null };
  const passing = { line: 'r2', before: 'same', after: 'typed' };
  const [sitting] = joinRevisions([
    revision(3, 2, { changes: [{ line: 'r2', before: 'typed', after: 'same' }, other] }),
    revision(2, 1),
    revision(1, 0, { changes: [passing, { line: 'r0', before: 'text 0', after: 'text 1' }] }),
  ]);
  expect(sitting?.changes).toEqual([other, { line: 'r0', before: 'text 0', after: 'text 2' }]);
});

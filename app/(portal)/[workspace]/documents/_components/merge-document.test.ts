import { expect, it } from 'vitest';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { mergeDocument } from './merge-document.ts';

function document(id: string, day: number, name = id): DocumentSummary {
  return {
    id,
    name,
    contentType: 'image/png',
    sizeBytes: 1,
    state: 'ready',
    problem: null,
    locked: false,
    pageCount: 1,
    createdAt: `2026-01-0${day}T00:00:00.000Z`,
    createdBy: null,
    apiToken: null,
    thumbnailUrl: null,
    folderId: null,
    tags: [],
    job: null,
    hasEarlierText: false,
    review: null,
  };
}

const shown = [document('c', 6), document('b', 4)];

it('replaces a document where it stands', () => {
  expect(mergeDocument(shown, document('b', 4, 'new'), false).map(({ name }) => name)).toEqual(['c', 'new']);
});

it('puts a new document in its place by time', () => {
  const order = (day: number) => mergeDocument(shown, document('x', day), false).map(({ id }) => id);
  expect([order(7), order(5)]).toEqual([
    ['x', 'c', 'b'],
    ['c', 'x', 'b'],
  ]);
});

it('leaves out what belongs to a part that is not loaded', () => {
  expect(mergeDocument(shown, document('old', 1), false)).toHaveLength(2);
  expect(mergeDocument(shown, document('old', 1), true)).toHaveLength(3);
});

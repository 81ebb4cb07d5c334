import { expect, it } from 'vitest';
import { rangeBetween } from './range-between.ts';

it('takes all between two documents, in either direction', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect(rangeBetween(ids, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(rangeBetween(ids, 'c', 'a')).toEqual(['a', 'b', 'c']);
  expect(rangeBetween(ids, 'b', 'b')).toEqual(['b']);
});

it('takes one document when the other has left the list', () => {
  expect(rangeBetween(['a', 'b'], 'gone', 'b')).toEqual(['b']);
});

import { expect, it } from 'vitest';
import { outputChunks } from './output-chunks.ts';

it('tells the items of a list one by one, and after a while only the new ones', () => {
  expect(outputChunks(['one', ' two'], 0)).toEqual(['one', ' two']);
  expect(outputChunks(['one', ' two', ' three'], 2)).toEqual([' three']);
  expect(outputChunks(['one'], 1)).toEqual([]);
});

it('tells what was added to a text', () => {
  expect(outputChunks('first page', 0)).toEqual(['first page']);
  expect(outputChunks('first page\fsecond', 10)).toEqual(['\fsecond']);
});

it('tells nothing where there is nothing, or nothing any more', () => {
  expect(outputChunks(null, 0)).toEqual([]);
  expect(outputChunks(null, 5)).toEqual([]);
  expect(outputChunks('', 0)).toEqual([]);
});

it('puts anything else as JSON', () => {
  expect(outputChunks([{ a: 1 }], 0)).toEqual(['{"a":1}']);
});

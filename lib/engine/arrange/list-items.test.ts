import { describe, expect, it } from 'vitest';
import { listItems } from './list-items.ts';

function itemsOf(...texts: string[]): string[] {
  return [...listItems(texts.map((text) => ({ text })))].map(({ text }) => text).toSorted();
}

describe('listItems', () => {
  it('takes numbers, letters and numerals that go on from row to row, with text between them', () => {
    const rows = ['1. one', 'and more of it', '2. two', '(a) three', '(b) four', 'iv) five', 'v) six'];
    expect(itemsOf(...rows)).toEqual(rows.filter((row) => row !== 'and more of it').toSorted());
  });

  it('finds the series again behind one that stands inside', () => {
    expect(itemsOf('1. one', 'a) of one', 'b) of one', '2. two')).toHaveLength(4);
  });

  it('takes i for a letter or a numeral, by what goes before or behind', () => {
    expect(itemsOf('h. eighth', 'i. ninth')).toHaveLength(2);
    expect(itemsOf('i. first', 'ii. second')).toHaveLength(2);
  });

  it('leaves a column of names, dates and a number that stands alone', () => {
    expect(itemsOf('A. Smith', 'K. Jones', 'M. Lee', 'B. Kim')).toEqual([]);
    expect(itemsOf('12. March', '3. May', '27. May')).toEqual([]);
    expect(itemsOf('see page', '7. Then comes')).toEqual([]);
  });

  it('does not count on in another kind of mark', () => {
    expect(itemsOf('1. one', '2) two', 'b. three', 'C. four')).toEqual([]);
  });

  it('takes every row with a bullet', () => {
    expect(itemsOf('- one', 'two', '• three')).toEqual(['- one', '• three']);
  });
});

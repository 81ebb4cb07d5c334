import { describe, expect, it } from 'vitest';
import { howManyFit, pageOf } from './list-page.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id, createdAt: new Date(0) }));
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id).join('');
const from = (direction: 'older' | 'newer') => ({ direction, id: 'x', createdAt: new Date(0) });

describe('a page of a list', () => {
  it('that holds everything has no neighbours', () => {
    expect(pageOf(rows('d', 'c'), null, 2)).toMatchObject({ newer: null, older: null });
  });

  it('knows that there is more, and does not show the spare row that told it', () => {
    const page = pageOf(rows('e', 'd', 'c'), null, 2);
    expect(idsOf(page.items)).toBe('ed');
    expect(page).toMatchObject({ newer: null, older: { direction: 'older', id: 'd' } });
  });

  it('in the middle leads both ways', () => {
    const page = pageOf(rows('e', 'd', 'c'), from('older'), 2);
    expect(page).toMatchObject({
      newer: { direction: 'newer', id: 'e' },
      older: { direction: 'older', id: 'd' },
    });
  });

  it('read backwards shows the rows next to where it came from', () => {
    const page = pageOf(rows('e', 'd', 'c'), from('newer'), 2);
    expect(idsOf(page.items)).toBe('dc');
    expect(page).toMatchObject({ newer: { id: 'd' }, older: { id: 'c' } });
  });

  it('that came back to the newest row has nothing newer', () => {
    expect(pageOf(rows('d', 'c'), from('newer'), 2)).toMatchObject({ newer: null, older: { id: 'c' } });
  });

  it('without rows leads nowhere', () => {
    expect(pageOf([], from('older'), 2)).toEqual({ items: [], newer: null, older: null });
  });
});

describe('a page that may weigh only so much', () => {
  const sized = (...sizes: number[]) => sizes.map((bytes) => ({ bytes }));

  it('takes rows from the end that it is read from, up to the limit itself', () => {
    expect(howManyFit(sized(4, 6, 1), null, 10)).toBe(2);
    expect(howManyFit(sized(4, 6, 1), from('older'), 9)).toBe(1);
    expect(howManyFit(sized(4, 6, 1), from('newer'), 10)).toBe(2);
    expect(howManyFit(sized(9, 1, 2), from('newer'), 10)).toBe(2);
    expect(howManyFit(sized(4, 6, 1), null, 11)).toBe(3);
  });

  it('shows a row that is too large for any page alone', () => {
    expect(howManyFit(sized(11, 1), null, 10)).toBe(1);
  });
});

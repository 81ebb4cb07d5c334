import { describe, expect, it } from 'vitest';
import { pageOf } from './page.ts';

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

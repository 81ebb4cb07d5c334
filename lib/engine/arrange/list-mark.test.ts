import { describe, expect, it } from 'vitest';
import { isListMark, startsListItem } from './list-mark.ts';

describe('isListMark', () => {
  it.each(['•', '-', '–', '*', '3.', '12)', '(b)', 'iv.'])('takes %s as the mark of an item', (word) => {
    expect(isListMark(word)).toBe(true);
  });

  it.each(['1931', '3.50', 'No.', '-5', 'a', ':', '--'])('takes %s as a word', (word) => {
    expect(isListMark(word)).toBe(false);
  });
});

describe('startsListItem', () => {
  it('needs text after the mark', () => {
    expect(startsListItem('- Paper')).toBe(true);
    expect(startsListItem('-')).toBe(false);
  });

  it('takes a bullet for one that stands close to its text or was read as a colon', () => {
    expect(startsListItem('•Paper')).toBe(true);
    expect(startsListItem(': Paper')).toBe(true);
    expect(startsListItem('Paper: white')).toBe(false);
  });
});

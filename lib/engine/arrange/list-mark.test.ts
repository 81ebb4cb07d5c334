import { describe, expect, it } from 'vitest';
import { isListMark, ordinalsOf, startsWithBullet } from './list-mark.ts';

describe('isListMark', () => {
  it.each(['•', '-', '–', '*', '3.', '12)', '(b)', 'iv.'])('takes %s as the mark of an item', (word) => {
    expect(isListMark(word)).toBe(true);
  });

  it.each(['1931', '3.50', 'No.', '-5', 'a', ':', '--'])('takes %s as a word', (word) => {
    expect(isListMark(word)).toBe(false);
  });
});

describe('startsWithBullet', () => {
  it('needs text after the bullet', () => {
    expect(startsWithBullet('- Paper')).toBe(true);
    expect(startsWithBullet('-')).toBe(false);
  });

  it('takes a bullet for one that stands close to its text or was read as a colon', () => {
    expect(startsWithBullet('•Paper')).toBe(true);
    expect(startsWithBullet(': Paper')).toBe(true);
    expect(startsWithBullet('Paper: white')).toBe(false);
  });
});

describe('ordinalsOf', () => {
  it.each([
    ['12) Paper', [['1)', 12]]],
    ['(b) Paper', [['(a)', 2]]],
    ['M. Lee', [['A.', 13]]],
    ['xiv. Paper', [['i.', 14]]],
    ['IX. Paper', [['I.', 9]]],
    [
      'i. Paper',
      [
        ['a.', 9],
        ['i.', 1],
      ],
    ],
    ['- Paper', []],
    ['12)', []],
    ['No. 5', []],
  ])('tells the series and the place of "%s"', (text, expected) => {
    expect(ordinalsOf(text).map(({ series, place }) => [series, place])).toEqual(expected);
  });
});

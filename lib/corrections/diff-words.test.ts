import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

describe('the differences of two texts', () => {
  it('give both texts back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const parts = diffWords(before, after);
        const without = (kind: string) =>
          parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
      { seed: 1902 },
    );
  });

  it('are told by words, and by characters where there are no blanks', () => {
    expect(diffWords('Tota1, of all', 'Total, of all')).toEqual([
      { kind: 'removed', text: 'Tota1' },
      { kind: 'added', text: 'Total' },
      { kind: 'same', text: ', of all' },
    ]);
    expect(diffWords('你好世界', '你好事界').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '世' },
      { kind: 'added', text: '事' },
    ]);
  });
});

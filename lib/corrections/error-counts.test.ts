import { describe, expect, it } from 'vitest';
import { errorCounts } from './error-counts.ts';

describe('errors of a reading', () => {
  it('are counted in characters and in words against the truth', () => {
    expect(errorCounts('Total of all goods', 'Tota1 ofall goods')).toEqual({
      characterErrors: 2,
      characterCount: 18,
      wordErrors: 3,
      wordCount: 4,
    });
  });

  it('do not count how white space or a letter is written', () => {
    expect(errorCounts('ﬁne\n print', 'fine print')).toMatchObject({ characterErrors: 0, wordErrors: 0 });
  });

  it('count a character beyond the first plane once', () => {
    expect(errorCounts('😀😁', '😀')).toMatchObject({ characterErrors: 1, characterCount: 2 });
  });

  it('are all of the truth where nothing was read', () => {
    expect(errorCounts('two words', '')).toMatchObject({ characterErrors: 9, wordErrors: 2 });
  });
});

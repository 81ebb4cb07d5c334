import { describe, expect, it } from 'vitest';
import { nextBatch } from './next-batch.ts';

const limits = { places: 20, perGroup: 5 };

describe('the next batch', () => {
  it('fills the places that are left', () => {
    expect(nextBatch([null, undefined], { places: 8, perGroup: 8 })).toEqual({
      batchSize: 6,
      ignoreGroups: [],
    });
  });

  it('cannot give a group more than its share, even if it is all of one group', () => {
    expect(nextBatch([], limits).batchSize).toBe(5);
    expect(nextBatch(['a', 'a', 'b'], limits)).toEqual({ batchSize: 3, ignoreGroups: [] });
  });

  it('leaves out groups that have their share', () => {
    expect(nextBatch(['a', 'a', 'a', 'a', 'a', 'b'], limits)).toEqual({ batchSize: 4, ignoreGroups: ['a'] });
  });
});

import { describe, expect, it } from 'vitest';
import { queueFilterOf, queueQuery } from './review.ts';

describe('the filter of the queue', () => {
  it('is the same after a way through an address', () => {
    const person = 'a'.repeat(26);
    for (const query of [{}, { who: 'mine', order: 'doubt' }, { who: person, state: 'rejected' }]) {
      const filter = queueFilterOf(query);
      expect(filter).toMatchObject(query);
      expect(queueFilterOf(Object.fromEntries(queueQuery(filter)))).toEqual(filter);
    }
    expect(queueQuery(queueFilterOf({})).toString()).toBe('');
  });

  it('is as usual where an address holds nonsense', () => {
    const usual = queueFilterOf({});
    const hostile = { who: "' OR true --", state: ['open', 'new'], order: 7, page: '3' };
    expect(queueFilterOf(hostile)).toEqual(usual);
  });
});

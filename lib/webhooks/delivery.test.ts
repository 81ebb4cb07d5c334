import { describe, expect, it } from 'vitest';
import { holdBackSeconds, retryDelaySeconds } from './delivery.ts';

describe('retries', () => {
  const end = { event: 'completed', isReplay: false } as const;

  it('of the end come after 1, 2, 4, 8, 16 and 30 s, and then no more', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7].map((attempt) => retryDelaySeconds(end, attempt));
    expect(delays).toEqual([1, 2, 4, 8, 16, 30, undefined]);
  });

  it.each(['start', 'output', 'logs'] as const)('of %s there are none', (event) => {
    expect(retryDelaySeconds({ event, isReplay: false }, 1)).toBeUndefined();
  });

  it('of an attempt that somebody asked for there are none: they see what came of it', () => {
    expect(retryDelaySeconds({ ...end, isReplay: true }, 2)).toBeUndefined();
  });
});

describe('updates', () => {
  const last = new Date(10_000);

  it('keep half a second from one another, logs and output counted together', () => {
    expect(holdBackSeconds({ event: 'output', lastUpdateAt: last }, new Date(10_100))).toBeCloseTo(0.4);
    expect(holdBackSeconds({ event: 'logs', lastUpdateAt: last }, new Date(10_100))).toBeCloseTo(0.4);
    expect(holdBackSeconds({ event: 'logs', lastUpdateAt: last }, new Date(10_500))).toBe(0);
    expect(holdBackSeconds({ event: 'logs', lastUpdateAt: null }, new Date(10_100))).toBe(0);
  });

  it('never hold up the start or the end', () => {
    expect(holdBackSeconds({ event: 'start', lastUpdateAt: last }, last)).toBe(0);
    expect(holdBackSeconds({ event: 'completed', lastUpdateAt: last }, last)).toBe(0);
  });
});

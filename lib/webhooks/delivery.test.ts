import { describe, expect, it } from 'vitest';
import { holdBackSeconds, nextInLine, retryDelaySeconds } from './delivery.ts';

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

describe('the next message in line', () => {
  it('is never one of progress after the end', () => {
    const waiting = [{ event: 'completed' }, { event: 'output' }, { event: 'start' }] as const;
    expect(nextInLine(waiting)).toEqual({ event: 'start' });
    expect(nextInLine(waiting.slice(0, 2))).toEqual({ event: 'output' });
    expect(nextInLine(waiting.slice(0, 1))).toEqual({ event: 'completed' });
    expect(nextInLine([])).toBeUndefined();
  });
});

describe('updates', () => {
  const last = new Date(10_000);

  it('keep half a second from one another, logs and output counted together', () => {
    expect(holdBackSeconds('output', last, new Date(10_100))).toBeCloseTo(0.4);
    expect(holdBackSeconds('logs', last, new Date(10_100))).toBeCloseTo(0.4);
    expect(holdBackSeconds('logs', last, new Date(10_500))).toBe(0);
    expect(holdBackSeconds('logs', null, new Date(10_100))).toBe(0);
  });

  it('never hold up the start or the end', () => {
    expect(holdBackSeconds('start', last, last)).toBe(0);
    expect(holdBackSeconds('completed', last, last)).toBe(0);
  });
});

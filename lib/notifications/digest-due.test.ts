import { describe, expect, it } from 'vitest';
import { isDigestDue } from './digest-due.ts';

type Case = { rhythm: 'daily' | 'weekly'; zone?: string; last: string; now: string };

function isDue({ rhythm, zone = 'UTC', last, now }: Case): boolean {
  return isDigestDue({ rhythm, timeZone: zone, lastAt: new Date(last) }, new Date(now));
}

describe('a digest', () => {
  it.each([
    // 2026-11-23 is a Monday.
    ['before seven', { rhythm: 'daily', last: '2026-11-22T07:00Z', now: '2026-11-23T06:59Z' }, false],
    ['at seven', { rhythm: 'daily', last: '2026-11-22T07:00Z', now: '2026-11-23T07:00Z' }, true],
    ['twice on a day', { rhythm: 'daily', last: '2026-11-23T07:00Z', now: '2026-11-23T23:59Z' }, false],
    [
      'late, when the worker stood still',
      { rhythm: 'daily', last: '2026-11-20T07:00Z', now: '2026-11-23T03:00Z' },
      true,
    ],
    [
      'on the day it was switched on',
      { rhythm: 'daily', last: '2026-11-23T12:00Z', now: '2026-11-23T18:00Z' },
      false,
    ],
    ['on a Monday', { rhythm: 'weekly', last: '2026-11-16T07:00Z', now: '2026-11-23T07:10Z' }, true],
    ['on a Tuesday', { rhythm: 'weekly', last: '2026-11-23T07:00Z', now: '2026-11-24T07:10Z' }, false],
  ] as const)('%s', (_, given, expected) => {
    expect(isDue(given)).toBe(expected);
  });

  it('goes by the clock of the person, also across a change of the clock', () => {
    const inKathmandu = { rhythm: 'daily', zone: 'Asia/Kathmandu', last: '2026-11-22T01:15Z' } as const;
    expect(isDue({ ...inKathmandu, now: '2026-11-23T01:14Z' })).toBe(false);
    expect(isDue({ ...inKathmandu, now: '2026-11-23T01:15Z' })).toBe(true);
    const inBerlin = { rhythm: 'daily', zone: 'Europe/Berlin', last: '2026-10-24T05:00Z' } as const;
    expect(isDue({ ...inBerlin, now: '2026-10-25T05:59Z' })).toBe(false);
    expect(isDue({ ...inBerlin, now: '2026-10-25T06:00Z' })).toBe(true);
  });

  it('never goes to those who want none', () => {
    expect(isDigestDue({ rhythm: 'off', timeZone: null, lastAt: null }, new Date())).toBe(false);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { LimitReached } from '#lib/platform/errors.ts';
import { countRequest, refuseExhausted } from './request-limits.ts';

vi.hoisted(() => {
  process.env.LECTERN_API_CREATES_PER_MINUTE = '60';
  process.env.LECTERN_API_REQUESTS_PER_MINUTE = '0';
});

let caller = 0;
const newCaller = () => `caller ${caller++}`;

function exhaust(name: string): void {
  for (let request = 0; request < 60; request++) countRequest(name, 'create', 1_000);
}

describe('a caller', () => {
  it('is told how many requests are left', () => {
    expect(countRequest(newCaller(), 'create', 1_000)).toMatchObject({ remaining: 59 });
  });

  it('who has used up the minute is refused before being looked up, until there is one request again', () => {
    const name = newCaller();
    exhaust(name);
    expect(() => refuseExhausted(name, 'create', 1_500)).toThrow(LimitReached);
    expect(() => refuseExhausted(name, 'create', 2_000)).not.toThrow();
    expect(countRequest(name, 'create', 2_000)?.remaining).toBe(0);
  });

  it('is not held up by others, nor by work of another kind', () => {
    exhaust(newCaller());
    const other = newCaller();
    expect(() => refuseExhausted(other, 'create', 1_500)).not.toThrow();
    exhaust(other);
    expect(() => refuseExhausted(other, 'other', 1_500)).not.toThrow();
  });

  it('is told when to come back, in words that clients know', () => {
    const name = newCaller();
    exhaust(name);
    const refused = (() => {
      try {
        return countRequest(name, 'create', 1_000);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ retryAfterSeconds: 1 });
    expect(String(refused)).toContain('Request was throttled.');
  });

  it('is never refused where the operator set no limit', () => {
    expect(countRequest(newCaller(), 'other')).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

it('gives as many as a minute allows at once, then refuses', () => {
  const bucket = createTokenBucket(600);
  const taken = Array.from({ length: 601 }, () => bucket.take(0));
  expect(taken[0]).toEqual({ isTaken: true, remaining: 599, resetSeconds: 1 });
  expect(taken[599]).toEqual({ isTaken: true, remaining: 0, resetSeconds: 60 });
  expect(taken[600]?.isTaken).toBe(false);
});

it('fills again evenly, and a refusal costs nothing', () => {
  const bucket = createTokenBucket(600);
  for (let request = 0; request < 700; request++) bucket.take(0);
  expect(bucket.take(99).isTaken).toBe(false);
  expect(bucket.take(100).isTaken).toBe(true);
  expect(bucket.take(100).isTaken).toBe(false);
  expect(bucket.isFull(60_050)).toBe(false);
  expect(bucket.isFull(60_100)).toBe(true);
});

it('never holds more than a minute allows', () => {
  const bucket = createTokenBucket(60);
  expect(bucket.take(3_600_000).remaining).toBe(59);
});

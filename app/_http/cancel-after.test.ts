import { expect, it } from 'vitest';
import { InvalidInput } from '#lib/platform/errors.ts';
import { cancelAfterSeconds } from './cancel-after.ts';

it.each([
  ['5', 5],
  ['90', 90],
  ['90s', 90],
  ['5m', 300],
  ['1h30m45s', 5_445],
  ['1H', 3_600],
  [' 24h ', 86_400],
  ['0h0m5s', 5],
])('%j is %d seconds', (header, seconds) => {
  expect(cancelAfterSeconds(header)).toBe(seconds);
});

it('is nothing without the header', () => {
  expect(cancelAfterSeconds(null)).toBeUndefined();
});

it.each(['', '4', '4s', '24h1s', '86401', '-5', '1.5m', 'soon', '5m1h', '5 m', 'h', '9999999'])(
  '%j is refused by name',
  (header) => {
    expect(() => cancelAfterSeconds(header)).toThrow(InvalidInput);
  },
);

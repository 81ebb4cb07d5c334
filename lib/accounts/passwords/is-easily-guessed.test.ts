import { expect, it } from 'vitest';
import { isEasilyGuessed } from './is-easily-guessed.ts';

const about = ['anna.weber@example.org', 'Anna Weber'];

it.each(['password12', 'qwertyuiop', '1234567890', 'aaaaaaaaaaaa', 'iloveyou12', 'Password123!'])(
  'refuses %s, which everybody tries',
  (password) => expect(isEasilyGuessed(password, about)).toBe(true),
);

it.each(['anna.weber@example.org', 'lectern2026'])('refuses %s, which says who and where', (password) =>
  expect(isEasilyGuessed(password, about)).toBe(true),
);

it.each(['a long password', 'x9k2mfq0ab', 'four words of mine'])('takes %s', (password) =>
  expect(isEasilyGuessed(password, about)).toBe(false),
);

it('answers at once for the longest password that a form takes', () => {
  const started = performance.now();
  isEasilyGuessed('ab1!'.repeat(50), about);
  expect(performance.now() - started).toBeLessThan(2_000);
});

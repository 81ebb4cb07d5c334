import { expect, it } from 'vitest';
import { createStatementNames } from './statement-names.ts';

it('gives the same statement the same name, and another another', () => {
  const nameOf = createStatementNames();
  const [first, second] = [nameOf({ sql: 'SELECT 1' }), nameOf({ sql: 'SELECT 2' })];
  expect(first).not.toBe(second);
  expect(nameOf({ sql: 'SELECT 1' })).toBe(first);
});

it('gives no name to ever more statements, and keeps the names there are', () => {
  const nameOf = createStatementNames();
  const first = nameOf({ sql: 'SELECT 1' });
  const names = Array.from({ length: 1_000 }, (_, index) => nameOf({ sql: `SELECT ${index}` }));
  expect(names.filter((name) => name !== '')).toHaveLength(500);
  expect(nameOf({ sql: 'SELECT 1' })).toBe(first);
});

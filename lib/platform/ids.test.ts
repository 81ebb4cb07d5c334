import { expect, it } from 'vitest';
import { newId } from './ids.ts';

it('ids have the form of prediction ids (contract 5.1) and do not repeat', () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
});

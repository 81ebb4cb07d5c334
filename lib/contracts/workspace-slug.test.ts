import { expect, it } from 'vitest';
import { workspaceSlug, workspaceSlugSchema } from './workspace-slug.ts';

it.each([
  ['Acme', 'acme'],
  ['  Ännas  Archiv! ', 'annas-archiv'],
  ['R&D / Berlin', 'r-d-berlin'],
  ['東京', 'workspace'],
  ['---', 'workspace'],
  ['Q', 'q-workspace'],
  ['a'.repeat(60), 'a'.repeat(40)],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('makes a path segment of %j', (name, slug) => {
  expect(workspaceSlug(name)).toBe(slug);
});

it.each(['API', 'v1', 'Sign in', 'set-up'])('never takes the path that %j has already', (name) => {
  expect(workspaceSlug(name)).toMatch(/-workspace$/);
});

it.each(['acme', 'r-d-berlin', '2026', 'Acme '])('takes %j as an address', (slug) => {
  expect(workspaceSlugSchema.safeParse(slug).success).toBe(true);
});

it.each([
  'a',
  'api',
  'new',
  'invite',
  '_next',
  'two  words',
  '-acme',
  'a--b',
  '../etc',
  'ä'.repeat(3),
  'a'.repeat(41),
])('refuses %j as an address', (slug) => {
  expect(workspaceSlugSchema.safeParse(slug).success).toBe(false);
});

it.each(['Acme', 'API', 'Q', '東京', 'a'.repeat(60)])('makes of %j what it takes as an address', (name) => {
  expect(workspaceSlugSchema.safeParse(workspaceSlug(name)).success).toBe(true);
});

import { expect, it } from 'vitest';
import { workspaceSlug } from './workspace-slug.ts';

it.each([
  ['Acme', 'acme'],
  ['  Ännas  Archiv! ', 'annas-archiv'],
  ['R&D / Berlin', 'r-d-berlin'],
  ['東京', 'workspace'],
  ['---', 'workspace'],
  ['a'.repeat(60), 'a'.repeat(40)],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('makes a path segment of %j', (name, slug) => {
  expect(workspaceSlug(name)).toBe(slug);
});

it.each(['API', 'v1', 'Sign in', 'set-up'])('never takes the path that %j has already', (name) => {
  expect(workspaceSlug(name)).toMatch(/-workspace$/);
});

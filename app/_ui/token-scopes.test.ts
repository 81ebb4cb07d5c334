import { expect, it } from 'vitest';
import { allTokenScopes } from '#lib/access/index.ts';
import { orderedScopes, scopesInWords } from './token-scopes.ts';

it('offers every scope there is', () => {
  expect([...orderedScopes].sort()).toEqual([...allTokenScopes].sort());
});

it.each([
  [[], ''],
  [['documents:read', 'documents:write'], 'Work with documents'],
  [allTokenScopes, 'Everything an admin may'],
  [['files', 'of a later release'], 'Files of the API, of a later release'],
])('%j is told as %j', (scopes, words) => {
  expect(scopesInWords(scopes)).toBe(words);
});

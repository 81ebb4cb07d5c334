import { expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { authorizeInstance } from './authorize-instance.ts';

const owner: Actor = { kind: 'user', userId: 'a', isInstanceOwner: true, memberships: [] };

it('lets in who looks after the installation', () => {
  expect(authorizeInstance(owner).actor).toBe(owner);
});

it.each<[string, Actor | null]>([
  ['nobody', null],
  [
    'an owner of a workspace',
    { kind: 'user', userId: 'b', memberships: [{ workspaceId: 'w', role: 'owner' }] },
  ],
  [
    'a token of the owner',
    {
      kind: 'token',
      tokenId: 't',
      createdById: 'a',
      workspaceId: 'w',
      permissions: ['audit:read'],
      isPortal: false,
    },
  ],
  ['a task', { kind: 'system', reason: 'sweep' }],
])('answers %s like a page that does not exist', (_, actor) => {
  expect(() => authorizeInstance(actor)).toThrow(expect.objectContaining({ kind: 'not_found' }));
});

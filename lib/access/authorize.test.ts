import { describe, expect, it } from 'vitest';
import { Forbidden, NotFound, Unauthenticated } from '#lib/platform/errors.ts';
import type { Actor } from './actor.ts';
import { authorize } from './authorize.ts';
import { type Permission, permissionMatrix, permissionsOf, type Role, roles } from './permissions.ts';

const permissions = Object.keys(permissionMatrix) as Permission[];

function member(role: Role): Actor {
  return { kind: 'user', userId: 'u1', memberships: [{ workspaceId: 'home', role }] };
}

describe('authorize', () => {
  it.each(roles)('gives %s exactly the permissions of the matrix', (role) => {
    for (const permission of permissions) {
      const allowed = (permissionMatrix[permission] as readonly Role[]).includes(role);
      if (allowed) expect(authorize(member(role), 'home', permission).workspaceId).toBe('home');
      else expect(() => authorize(member(role), 'home', permission), permission).toThrow(Forbidden);
    }
  });

  it('hides the existence of workspaces the actor does not belong to', () => {
    for (const role of roles)
      expect(() => authorize(member(role), 'elsewhere', 'document:read')).toThrow(NotFound);
    const token: Actor = { kind: 'token', tokenId: 't', workspaceId: 'home', permissions, isPortal: false };
    expect(() => authorize(token, 'elsewhere', 'prediction:read')).toThrow(NotFound);
  });

  it('asks nobody in particular to sign in', () => {
    expect(() => authorize(null, 'home', 'document:read')).toThrow(Unauthenticated);
  });

  it('lets a token do what its scopes say and nothing else', () => {
    const reader: Actor = {
      kind: 'token',
      tokenId: 't',
      workspaceId: 'home',
      permissions: permissionsOf(['predictions:read', 'a scope of a later release']),
      isPortal: false,
    };
    expect(authorize(reader, 'home', 'prediction:read').permission).toBe('prediction:read');
    expect(() => authorize(reader, 'home', 'prediction:write')).toThrow(Forbidden);
    expect(() => authorize(reader, 'home', 'document:read')).toThrow(Forbidden);
  });
});

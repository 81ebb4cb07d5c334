import { Forbidden, NotFound, Unauthenticated } from '#lib/platform/index.ts';
import type { Actor } from './actor.ts';
import { type Permission, roleMay, type TokenScope, tokenScopes } from './permissions.ts';

declare const authorized: unique symbol;

/**
 * Proof that the permission was checked for this actor in this workspace. Every tenant query takes one first
 * and puts its `workspaceId` into the where clause. Only `authorize` makes it.
 */
export type Scope = {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly permission: Permission;
  readonly [authorized]: true;
};

/**
 * Decides whether `actor` may do `permission` in the workspace.
 * @throws Unauthenticated when nobody asks; NotFound when the workspace is not the actor's, so that its
 *   existence stays unknown; Forbidden when the actor belongs to it and lacks the permission.
 */
export function authorize(actor: Actor | null, workspaceId: string, permission: Permission): Scope {
  if (!actor) throw new Unauthenticated('Sign in to go on.');
  if (!mayEnter(actor, workspaceId)) throw new NotFound('There is no such workspace.');
  if (!mayDo(actor, workspaceId, permission)) {
    throw new Forbidden(
      actor.kind === 'token'
        ? 'Your token does not have the scope for this. Ask an owner or admin of the workspace for another.'
        : 'Your role in this workspace does not allow this. Ask an owner or admin of the workspace.',
    );
  }
  return { workspaceId, actor, permission } as Scope;
}

function mayEnter(actor: Actor, workspaceId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'token') return actor.workspaceId === workspaceId;
  return actor.memberships.some((membership) => membership.workspaceId === workspaceId);
}

function mayDo(actor: Actor, workspaceId: string, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'token') return actor.permissions.includes(permission);
  return actor.memberships.some(
    (membership) => membership.workspaceId === workspaceId && roleMay(membership.role, permission),
  );
}

/** Whether who holds this scope may do all that a token with this scope may: nobody gives more than they have. */
export function mayGrant({ actor, workspaceId }: Scope, scope: TokenScope): boolean {
  return tokenScopes[scope].every((permission) => mayDo(actor, workspaceId, permission));
}

import { type Role, roleMay, type Scope } from '#lib/access/index.ts';
import { Forbidden, NotFound, type Tx, Unauthenticated } from '#lib/platform/index.ts';
import { lockLivingToken } from './api-token-store.ts';
import { requireOwnSession } from './require-own-session.ts';
import { findRole, lockWorkspace } from './workspace-store.ts';

/**
 * Holds the workspace and its members still until the transaction ends, and looks again whether the actor may do what
 * the scope is for: who was lowered, removed or signed out since the request began may not. @returns what the actor is now
 * @throws NotFound when they or the workspace are gone; Forbidden; Unauthenticated for a token that was revoked or a
 *   session that was ended
 */
export async function lockStanding(tx: Tx, scope: Scope): Promise<{ own: Role; name: string; slug: string }> {
  await requireOwnSession(tx, scope.actor);
  const workspace = await lockLivingWorkspace(tx, scope);
  return { ...workspace, own: await ownRole(tx, scope) };
}

/** Until the transaction ends nobody else changes the workspace or its members. @throws NotFound once it is deleted */
export async function lockLivingWorkspace(
  tx: Tx,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
): Promise<{ slug: string; name: string }> {
  const workspace = await lockWorkspace(tx, workspaceId);
  if (!workspace || workspace.deletedAt) throw new NotFound('There is no such workspace.');
  return workspace;
}

async function ownRole(tx: Tx, { actor, workspaceId, permission }: Scope): Promise<Role> {
  if (actor.kind === 'system') return 'owner';
  if (actor.kind === 'token') {
    if (!(await lockLivingToken(tx, actor.tokenId))) throw new Unauthenticated('Your token was revoked.');
    // The widest scope of a token allows what an admin may do.
    return 'admin';
  }
  const role = await findRole(tx, workspaceId, actor.userId);
  if (!role) throw new NotFound('There is no such workspace.');
  if (!roleMay(role, permission))
    throw new Forbidden('Your role in this workspace does not allow this any more.');
  return role;
}

import type { Role, Scope } from '#lib/access/index.ts';
import { Conflict, NotFound, type Tx } from '#lib/platform/index.ts';
import { lockLivingWorkspace } from './lock-living-workspace.ts';
import type { Member } from './member.ts';
import { countOtherOwners, findMember, findRole } from './member-store.ts';

/**
 * Holds the workspace's members still until the transaction ends. @returns what the actor is there now, which may be
 * less than when the request began. @throws NotFound when they or the workspace are gone
 */
export async function lockMembers(tx: Tx, scope: Scope): Promise<{ own: Role; name: string; slug: string }> {
  const workspace = await lockLivingWorkspace(tx, scope);
  return { ...workspace, own: await ownRole(tx, scope) };
}

/** @throws NotFound when there is no such member any more. */
export async function requireMember(
  tx: Tx,
  scope: Scope,
  userId: string,
): Promise<Member & { email: string }> {
  const member = await findMember(tx, scope, userId);
  if (!member) throw new NotFound('This person is not a member of the workspace any more.');
  return member;
}

/** There is always an owner. @throws Conflict saying what to do first */
export async function requireAnotherOwner(tx: Tx, scope: Scope, userId: string): Promise<void> {
  if ((await countOtherOwners(tx, scope, userId)) > 0) return;
  throw new Conflict('A workspace needs an owner, and this is the only one. Make somebody else owner first.');
}

async function ownRole(tx: Tx, { actor, workspaceId }: Scope): Promise<Role> {
  if (actor.kind === 'system') return 'owner';
  // The widest scope of a token allows what an admin may do.
  if (actor.kind === 'token') return 'admin';
  const role = await findRole(tx, workspaceId, actor.userId);
  if (!role) throw new NotFound('There is no such workspace.');
  return role;
}

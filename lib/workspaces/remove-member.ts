import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, Conflict, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { revokeInvitationsBeyond } from './invitation-store.ts';
import { lockMembers, requireAnotherOwner, requireMember } from './lock-members.ts';
import { deleteMember, revokeTokensMadeBy } from './member-store.ts';
import { requireMayChange } from './role-rules.ts';

/**
 * Removes somebody from the workspace: their next request finds nothing, their open pages close within seconds, and
 * their invitations are revoked. What they made stays. API tokens they made stay, too, unless `revokeTokens`.
 * @throws Forbidden for an owner, unless the actor is one; Conflict for the last owner; NotFound
 */
export async function removeMember(
  scope: Scope,
  { userId, revokeTokens }: { userId: string; revokeTokens: boolean },
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { own } = await lockMembers(tx, scope);
    const member = await requireMember(tx, scope, userId);
    requireMayChange(own, member.role);
    if (member.role === 'owner') await requireAnotherOwner(tx, scope, userId);
    const now = clock.now();
    const tokens = revokeTokens ? await revokeTokensMadeBy(tx, scope, userId, now) : 0;
    await endMembership(tx, scope, userId, now);
    await recordAct(tx, scope, {
      act: 'member.removed',
      target: { kind: 'user', id: userId, name: member.name },
      details: { role: member.role, revoked_tokens: tokens },
    });
  });
}

/** Ends one's own membership. @throws Conflict for the last owner */
export async function leaveWorkspace(scope: Scope, clock: Clock = systemClock): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'user') throw new Conflict('Only a person can leave a workspace.');
  await inTransaction(async (tx) => {
    const { own, name } = await lockMembers(tx, scope);
    if (own === 'owner') await requireAnotherOwner(tx, scope, actor.userId);
    await endMembership(tx, scope, actor.userId, clock.now());
    await recordAct(tx, scope, {
      act: 'member.left',
      target: { kind: 'workspace', id: scope.workspaceId, name },
      details: { role: own },
    });
  });
}

async function endMembership(tx: Tx, scope: Scope, userId: string, now: Date): Promise<void> {
  await deleteMember(tx, scope, userId);
  await revokeInvitationsBeyond(tx, scope, userId, [], now);
  await announceAccess(tx, [userId]);
}

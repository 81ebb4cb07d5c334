import { type Scope, scopesWithin } from '#lib/access/index.ts';
import { deleteMembership, lockStanding } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, Conflict, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { revokeInvitationsBeyond } from './invitation-store.ts';
import { requireAnotherOwner, requireMember } from './require-member.ts';
import { revokeTokensBeyond } from './revoke-tokens.ts';
import { requireMayChange } from './role-rules.ts';

/**
 * Removes somebody from the workspace: their next request finds nothing, their open pages close within seconds, and
 * their invitations and API tokens with rights of an admin are revoked. What they made stays, and so do other tokens of
 * theirs, unless `revokeTokens`.
 * @throws Forbidden for an owner, unless the actor is one; Conflict for the last owner; NotFound
 */
export async function removeMember(
  scope: Scope,
  { userId, revokeTokens }: { userId: string; revokeTokens: boolean },
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { own } = await lockStanding(tx, scope);
    const member = await requireMember(tx, scope, userId);
    requireMayChange(own, member.role);
    if (member.role === 'owner') await requireAnotherOwner(tx, scope, userId);
    const now = clock.now();
    const tokens = await endMembership(tx, scope, userId, { now, keepsTokens: !revokeTokens });
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
    const { own, name } = await lockStanding(tx, scope);
    if (own === 'owner') await requireAnotherOwner(tx, scope, actor.userId);
    await endMembership(tx, scope, actor.userId, { now: clock.now(), keepsTokens: true });
    await recordAct(tx, scope, {
      act: 'member.left',
      target: { kind: 'workspace', id: scope.workspaceId, name },
      details: { role: own },
    });
  });
}

/** Tokens that could let them in again go in any case. @returns how many tokens were revoked */
async function endMembership(
  tx: Tx,
  scope: Scope,
  userId: string,
  { now, keepsTokens }: { now: Date; keepsTokens: boolean },
): Promise<number> {
  await deleteMembership(tx, scope.workspaceId, userId);
  await revokeInvitationsBeyond(tx, scope, userId, [], now);
  const within = keepsTokens ? scopesWithin('editor') : [];
  const tokens = await revokeTokensBeyond(tx, scope, userId, { within, now });
  await announceAccess(tx, [userId]);
  return tokens;
}

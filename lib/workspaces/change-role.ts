import { type Role, type Scope, scopesWithin } from '#lib/access/index.ts';
import { lockStanding } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, Forbidden, inTransaction, systemClock } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { revokeInvitationsBeyond } from './invitation-store.ts';
import { setRole } from './member-store.ts';
import { requireAnotherOwner, requireMember } from './require-member.ts';
import { revokeTokensBeyond } from './revoke-tokens.ts';
import { requireMayChange, requireMayGive, rolesGivenBy } from './role-rules.ts';

/**
 * Gives a member another role, from their next request on; their open pages are told. Invitations and API tokens of theirs
 * that they could not make any more are revoked.
 * @throws Forbidden above the actor's own role; Conflict for the last owner; NotFound
 */
export async function changeRole(
  scope: Scope,
  { userId, role }: { userId: string; role: Role },
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { own } = await lockStanding(tx, scope);
    const member = await requireMember(tx, scope, userId);
    if (member.role === role) return;
    const { actor } = scope;
    if (actor.kind === 'token' && actor.createdById === userId)
      throw new Forbidden('A token cannot change the role of who made it.');
    requireMayChange(own, member.role);
    requireMayGive(own, role);
    if (member.role === 'owner') await requireAnotherOwner(tx, scope, userId);
    await setRole(tx, scope, userId, role);
    const givable = role === 'owner' || role === 'admin' ? rolesGivenBy(role) : [];
    const now = clock.now();
    await revokeInvitationsBeyond(tx, scope, userId, givable, now);
    const tokens = await revokeTokensBeyond(tx, scope, userId, { within: scopesWithin(role), now });
    await recordAct(tx, scope, {
      act: 'member.role_changed',
      target: { kind: 'user', id: userId, name: member.name },
      details: { before: member.role, after: role, revoked_tokens: tokens },
    });
    await announceAccess(tx, [userId]);
  });
}

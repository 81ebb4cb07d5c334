import type { Role, Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { revokeInvitationsBeyond } from './invitation-store.ts';
import { lockMembers, requireAnotherOwner, requireMember } from './lock-members.ts';
import { setRole } from './member-store.ts';
import { requireMayChange, requireMayGive, rolesGivenBy } from './role-rules.ts';

/**
 * Gives a member another role, from their next request on; their open pages are told. Invitations of theirs that they
 * could not make any more are revoked.
 * @throws Forbidden above the actor's own role; Conflict for the last owner; NotFound
 */
export async function changeRole(
  scope: Scope,
  { userId, role }: { userId: string; role: Role },
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { own } = await lockMembers(tx, scope);
    const member = await requireMember(tx, scope, userId);
    if (member.role === role) return;
    requireMayChange(own, member.role);
    requireMayGive(own, role);
    if (member.role === 'owner') await requireAnotherOwner(tx, scope, userId);
    await setRole(tx, scope, userId, role);
    const givable = role === 'owner' || role === 'admin' ? rolesGivenBy(role) : [];
    await revokeInvitationsBeyond(tx, scope, userId, givable, clock.now());
    await recordAct(tx, scope, {
      act: 'member.role_changed',
      target: { kind: 'user', id: userId, name: member.name },
      details: { before: member.role, after: role },
    });
    await announceAccess(tx, [userId]);
  });
}

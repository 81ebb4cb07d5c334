import type { Scope } from '#lib/access/index.ts';
import { lockStanding } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, Conflict, Forbidden, inTransaction, systemClock } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { revokeInvitationsBeyond } from './invitation-store.ts';
import { setRole } from './member-store.ts';
import { requireMember } from './require-member.ts';
import { rolesGivenBy } from './role-rules.ts';

/**
 * Makes another member owner and the actor admin, together or not at all; invitations of owners by the actor are revoked.
 * To oneself it changes nothing.
 * @throws Forbidden unless the actor is an owner now; NotFound
 */
export async function transferOwnership(
  scope: Scope,
  userId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'user') throw new Conflict('Only a person can hand a workspace over.');
  await inTransaction(async (tx) => {
    const { own } = await lockStanding(tx, scope);
    if (own !== 'owner') throw new Forbidden('Only an owner can hand the workspace over.');
    const member = await requireMember(tx, scope, userId);
    if (userId === actor.userId) return;
    await setRole(tx, scope, userId, 'owner');
    await setRole(tx, scope, actor.userId, 'admin');
    await revokeInvitationsBeyond(tx, scope, actor.userId, rolesGivenBy('admin'), clock.now());
    const target = { kind: 'user', id: userId, name: member.name };
    await recordAct(tx, scope, { act: 'workspace.handed_over', target, details: { before: member.role } });
    await announceAccess(tx, [userId, actor.userId]);
  });
}

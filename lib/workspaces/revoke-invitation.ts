import type { Scope } from '#lib/access/index.ts';
import { lockStanding } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { lockPending, markRevoked } from './invitation-store.ts';
import { requireMayChange } from './role-rules.ts';

/** From now on the link opens nothing. @throws Forbidden for one above the actor's own role; NotFound */
export async function revokeInvitation(
  scope: Scope,
  invitationId: string,
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { own } = await lockStanding(tx, scope);
    const pending = await lockPending(tx, scope, invitationId);
    if (!pending) throw new NotFound('This invitation was accepted or revoked already.');
    requireMayChange(own, pending.role);
    await markRevoked(tx, invitationId, clock.now());
    const target = { kind: 'invitation', id: invitationId, name: pending.email };
    await recordAct(tx, scope, { act: 'invitation.revoked', target });
  });
}

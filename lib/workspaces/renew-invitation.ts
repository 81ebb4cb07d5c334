import type { Scope } from '#lib/access/index.ts';
import { lockStanding, requireTry } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import {
  type Clock,
  Conflict,
  inTransaction,
  NotFound,
  systemClock,
  Unavailable,
} from '#lib/platform/index.ts';
import {
  hashInvitationToken,
  invitationEnd,
  invitationLink,
  type MadeInvitation,
  newInvitationToken,
} from './invitation.ts';
import { sendInvitation } from './invitation-mail.ts';
import { lockPending, replaceToken } from './invitation-store.ts';
import { requireMayGive } from './role-rules.ts';

/**
 * Makes a new link for a pending or expired invitation, for another seven days: sent by e-mail, or returned this once.
 * The link before it stops working. Whoever renews it is who invites from then on.
 * @throws Forbidden above the actor's own role; NotFound; Unavailable without a mail server; LimitReached
 */
export async function renewInvitation(
  scope: Scope,
  { invitationId, by }: { invitationId: string; by: 'mail' | 'link' },
  clock: Clock = systemClock,
): Promise<MadeInvitation> {
  const { actor } = scope;
  if (actor.kind !== 'user') throw new Conflict('Only a person can invite people.');
  const byMail = by === 'mail';
  if (byMail && !canSendMail()) {
    throw new Unavailable('This installation sends no e-mail. Copy a link and pass it on instead.');
  }
  await requireTry('invite', { subject: actor.userId });
  const token = newInvitationToken();
  const link = invitationLink(token);
  const now = clock.now();
  await inTransaction(async (tx) => {
    const { own, name: workspaceName } = await lockStanding(tx, scope);
    const pending = await lockPending(tx, scope, invitationId);
    if (!pending) throw new NotFound('This invitation was accepted or revoked already.');
    requireMayGive(own, pending.role);
    await replaceToken(tx, invitationId, {
      tokenHash: hashInvitationToken(token),
      invitedById: actor.userId,
      expiresAt: invitationEnd(now),
      lastSentAt: byMail ? now : null,
    });
    await recordAct(tx, scope, {
      act: byMail ? 'invitation.sent_again' : 'invitation.link_made',
      target: { kind: 'invitation', id: invitationId, name: pending.email },
    });
    if (byMail)
      await sendInvitation(tx, { ...pending, link, inviter: actor.name ?? 'Somebody', workspaceName });
  });
  return { id: invitationId, link: byMail ? null : link };
}

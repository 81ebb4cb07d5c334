import type { Scope } from '#lib/access/index.ts';
import { lockStanding, requireTry } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { InvitationForm } from '#lib/contracts/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { type Clock, Conflict, inTransaction, newId, systemClock } from '#lib/platform/index.ts';
import {
  hashInvitationToken,
  invitationEnd,
  invitationLink,
  type MadeInvitation,
  newInvitationToken,
} from './invitation.ts';
import { sendInvitation } from './invitation-mail.ts';
import { insertInvitation, revokePendingFor } from './invitation-store.ts';
import { isMemberWithEmail } from './member-store.ts';
import { requireMayGive } from './role-rules.ts';

/**
 * Invites whoever holds the link, for seven days and once. It goes out by e-mail, or is returned this once when the
 * operator has named no mail server. Says nothing about whether the address has an account; an earlier invitation to it
 * stops working. @throws Forbidden above the actor's own role; Conflict for a member; LimitReached
 */
export async function invite(
  scope: Scope,
  { email, role }: InvitationForm,
  clock: Clock = systemClock,
): Promise<MadeInvitation> {
  const { actor } = scope;
  if (actor.kind !== 'user') throw new Conflict('Only a person can invite people.');
  await requireTry('invite', { subject: actor.userId });
  const token = newInvitationToken();
  const link = invitationLink(token);
  const id = newId();
  const now = clock.now();
  const byMail = canSendMail();
  await inTransaction(async (tx) => {
    const { own, name: workspaceName } = await lockStanding(tx, scope);
    requireMayGive(own, role);
    if (await isMemberWithEmail(tx, scope, email)) {
      throw new Conflict(`${email} is a member of this workspace already.`);
    }
    await revokePendingFor(tx, scope, email, now);
    await insertInvitation(tx, {
      id,
      workspaceId: scope.workspaceId,
      email,
      role,
      tokenHash: hashInvitationToken(token),
      invitedById: actor.userId,
      expiresAt: invitationEnd(now),
      lastSentAt: byMail ? now : null,
    });
    await recordAct(tx, scope, {
      act: 'invitation.made',
      target: { kind: 'invitation', id, name: email },
      details: { role, by_mail: byMail },
    });
    if (byMail)
      await sendInvitation(tx, { email, role, link, inviter: actor.name ?? 'Somebody', workspaceName });
  });
  return { id, link: byMail ? null : link };
}

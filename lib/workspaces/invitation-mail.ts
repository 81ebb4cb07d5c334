import type { Role } from '#lib/access/index.ts';
import { INVITATION_DAYS } from '#lib/contracts/index.ts';
import { type Mail, sendMail } from '#lib/mail/index.ts';
import { config, type Tx } from '#lib/platform/index.ts';

/** Sends the link once the caller's transaction is committed. */
export async function sendInvitation(
  tx: Tx,
  invitation: { email: string; role: Role; link: string; inviter: string; workspaceName: string },
): Promise<void> {
  await sendMail(tx, invitationMail(invitation));
}

function invitationMail({
  email,
  role,
  link,
  inviter,
  workspaceName,
}: Parameters<typeof sendInvitation>[1]): Mail {
  const text = [
    `${inviter} invites you to the workspace “${workspaceName}” on Lectern at ${new URL(config().publicUrl).host}, as ${role}.`,
    'To accept, open this link:',
    link,
    `It works once, for ${INVITATION_DAYS} days. If you do not know what this is about, ignore this message: nothing happens.`,
  ].join('\n\n');
  return { to: email, subject: `${inviter} invites you to “${workspaceName}”`, text: `${text}\n` };
}

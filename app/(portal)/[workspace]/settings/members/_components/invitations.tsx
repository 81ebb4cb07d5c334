import { aheadInWords } from '#app/_ui/words.ts';
import type { Role, Scope } from '#lib/access/index.ts';
import { listInvitations } from '#lib/workspaces/index.ts';
import { InvitationList } from './invitation-list.tsx';

type Props = {
  scope: Scope;
  givable: readonly Role[];
  /** Whether the operator has named a mail server. */
  byMail: boolean;
};

/** For those who manage members: who was invited and has not come yet. */
export async function Invitations({ scope, givable, byMail }: Props) {
  const now = Date.now();
  const invitations = await listInvitations(scope);
  return (
    <InvitationList
      byMail={byMail}
      givable={givable}
      invitations={invitations.map(({ createdAt, expiresAt, lastSentAt, ...invitation }) => ({
        ...invitation,
        createdAt: (lastSentAt ?? createdAt).toISOString(),
        wasSent: lastSentAt !== null,
        ends: expiresAt.getTime() > now ? aheadInWords(expiresAt.getTime(), now) : null,
      }))}
    />
  );
}

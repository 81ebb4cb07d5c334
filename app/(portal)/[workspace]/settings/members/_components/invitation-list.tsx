'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { roleWords } from '#app/_ui/role-words.ts';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { Role } from '#lib/access/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { renewInvitation, revokeInvitation } from '../actions.ts';
import { InvitationLink } from './invitation-link.tsx';

type Invitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  /** ISO 8601: when it was sent, else when it was made. */
  createdAt: string;
  wasSent: boolean;
  /** "in 6 days"; null: it has expired. */
  ends: string | null;
};
type Props = { invitations: readonly Invitation[]; givable: readonly Role[]; byMail: boolean };

/** Invitations that wait for an answer. */
export function InvitationList({ invitations, givable, byMail }: Props) {
  if (invitations.length === 0) return null;
  return (
    <section aria-label="Invitations">
      <h2 className="mt-10 mb-3 font-semibold font-serif text-large">Invited</h2>
      <ul className="divide-y divide-line rounded-large border border-line bg-sheet shadow-sheet">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            byMail={byMail}
            mayChange={givable.includes(invitation.role)}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { invitation: Invitation; byMail: boolean; mayChange: boolean };

function InvitationRow({ invitation, byMail, mayChange }: RowProps) {
  const { id, email, role, invitedBy, createdAt, wasSent, ends } = invitation;
  const { slug } = useWorkspace();
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  function renew(by: 'mail' | 'link') {
    startTransition(async () => {
      const result = await outcomeOf(() => renewInvitation({ workspace: slug, invitationId: id, by }));
      if (!result.ok) toast.error(result.error.message);
      else if (by === 'mail') toast.success(`The invitation was sent to ${email} again.`);
      setLink(result.ok ? result.data.link : null);
      router.refresh();
    });
  }
  function revoke() {
    startTransition(async () => {
      const result = await outcomeOf(() => revokeInvitation({ workspace: slug, invitationId: id }));
      if (result.ok) toast.success(`The invitation of ${email} was revoked.`);
      else toast.error(result.error.message);
      router.refresh();
    });
  }
  return (
    <li className="space-y-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">{email}</p>
          <p className="text-ink-soft text-small">
            {roleWords[role]}, {wasSent ? 'sent' : 'made'} by {invitedBy} <RelativeTime at={createdAt} /> ·{' '}
            {ends ? `open, ends ${ends}` : <span className="font-medium text-warn">Expired</span>}
          </p>
        </div>
        {mayChange ? (
          <div className="flex flex-wrap gap-2">
            {byMail ? (
              <Button size="small" pending={pending} onClick={() => renew('mail')}>
                Send again<span className="sr-only"> to {email}</span>
              </Button>
            ) : null}
            <Button size="small" pending={pending} onClick={() => renew('link')}>
              New link<span className="sr-only"> for {email}; the one before stops working</span>
            </Button>
            <Button size="small" variant="quiet" className="text-bad" pending={pending} onClick={revoke}>
              Revoke<span className="sr-only"> the invitation of {email}</span>
            </Button>
          </div>
        ) : null}
      </div>
      {link ? <InvitationLink email={email} link={link} /> : null}
    </li>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { currentSession } from '#app/_session/session.ts';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { invitationTokenSchema } from '#lib/contracts/index.ts';
import { findInvitation } from '#lib/workspaces/index.ts';
import { AcceptForm } from './_components/accept-form.tsx';
import { JoinForm } from './_components/join-form.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const isToken = invitationTokenSchema.safeParse(token).success;
  const invitation = isToken ? await findInvitation(token) : null;
  if (!invitation) return <OpensNothing />;
  const session = await currentSession();
  const joined = session?.workspaces.find(({ id }) => id === invitation.workspaceId);
  if (joined) return <JoinedAlready name={joined.name} slug={joined.slug} />;
  return (
    <>
      <h1 className="text-title [overflow-wrap:anywhere]">Join {invitation.workspaceName}</h1>
      <p className="mt-2 mb-6 text-ink-soft [overflow-wrap:anywhere]">
        {invitation.invitedBy} invites you to this workspace, as {invitation.role}.
      </p>
      {session ? (
        <AcceptForm token={token} accountEmail={session.user.email} invitedEmail={invitation.email} />
      ) : (
        <Join token={token} email={invitation.email} />
      )}
    </>
  );
}

/** The same whether or not the address has an account. */
function Join({ token, email }: { token: string; email: string }) {
  return (
    <>
      <JoinForm token={token} email={email} />
      <div className="mt-6 border-line border-t pt-6">
        <p className="mb-3 text-ink-soft text-small">You have an account already?</p>
        <Link
          href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}
          className={buttonStyle({}, 'w-full')}
        >
          Sign in and accept
        </Link>
      </div>
    </>
  );
}

function JoinedAlready({ name, slug }: { name: string; slug: string }) {
  return (
    <>
      <h1 className="text-title [overflow-wrap:anywhere]">You are a member of {name} already</h1>
      <p className="mt-2 mb-6 text-ink-soft">The invitation stays open for somebody else.</p>
      <Link href={`/${slug}/documents`} className={buttonStyle({ variant: 'primary' }, 'w-full')}>
        Open the workspace
      </Link>
    </>
  );
}

/** On purpose the same for a link that was never one. */
function OpensNothing() {
  return (
    <>
      <h1 className="text-title">This invitation cannot be used</h1>
      <p className="mt-2 mb-6 text-ink-soft">
        It has expired, was used or revoked, or the link is incomplete. Ask whoever invited you for a new one.
      </p>
      <Link href="/" className={buttonStyle({}, 'w-full')}>
        Go to Lectern
      </Link>
    </>
  );
}

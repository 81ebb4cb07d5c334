import type { Metadata } from 'next';
import { whoseLink } from '#lib/accounts/index.ts';
import { LinkIsOver } from '../../../_components/link-is-over.tsx';
import { UseLink } from './_components/use-link.tsx';

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };

/** Opening the link changes nothing, as programs that look through mail open it, too: pressing the button does. */
export default async function UseLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const person = await whoseLink('mailed_link', token);
  if (!person) return <LinkIsOver title="Sign in" href="/sign-in/link" />;
  return (
    <>
      <h1 className="text-title">Sign in</h1>
      <p className="mt-2 mb-6 text-ink-soft [overflow-wrap:anywhere]">
        This link signs you in as <strong className="text-ink">{person.email}</strong>.
      </p>
      <UseLink token={token} />
    </>
  );
}

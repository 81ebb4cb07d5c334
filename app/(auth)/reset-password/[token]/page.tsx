import type { Metadata } from 'next';
import { whoseLink } from '#lib/accounts/index.ts';
import { LinkIsOver } from '../../_components/link-is-over.tsx';
import { NewPasswordForm } from './_components/new-password-form.tsx';

export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const person = await whoseLink('password_reset', token);
  if (!person) return <LinkIsOver title="Choose a new password" href="/reset-password" />;
  return (
    <>
      <h1 className="text-title">Choose a new password</h1>
      <p className="mt-2 mb-6 text-ink-soft [overflow-wrap:anywhere]">
        For <strong className="text-ink">{person.email}</strong>. You are signed out everywhere, and sign in
        with it.
      </p>
      <NewPasswordForm token={token} email={person.email} />
    </>
  );
}

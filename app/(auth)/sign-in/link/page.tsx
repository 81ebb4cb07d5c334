import type { Metadata } from 'next';
import { localPath } from '#app/_session/local-path.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { BackToSignIn } from '../../_components/back-to-sign-in.tsx';
import { NoMail } from '../../_components/no-mail.tsx';
import { AskForLink } from './_components/ask-for-link.tsx';

export const metadata: Metadata = { title: 'Sign in by e-mail' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LinkPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  return (
    <>
      <h1 className="text-title">Sign in by e-mail</h1>
      <p className="mt-2 mb-6 text-ink-soft">We send you a link that signs you in without a password.</p>
      {canSendMail() ? <AskForLink next={next} /> : <NoMail />}
      <BackToSignIn next={next} />
    </>
  );
}

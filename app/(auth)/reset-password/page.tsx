import type { Metadata } from 'next';
import { canSendMail } from '#lib/mail/index.ts';
import { BackToSignIn } from '../_components/back-to-sign-in.tsx';
import { MailRequest } from '../_components/mail-request.tsx';
import { NoMail } from '../_components/no-mail.tsx';
import { requestReset } from './actions.ts';

export const metadata: Metadata = { title: 'Forgot your password?' };

export default function ResetPasswordPage() {
  return (
    <>
      <h1 className="text-title">Forgot your password?</h1>
      <p className="mt-2 mb-6 text-ink-soft">We send you a link with which you choose a new one.</p>
      {canSendMail() ? <MailRequest label="Send the link" request={requestReset} /> : <NoMail />}
      <BackToSignIn />
    </>
  );
}

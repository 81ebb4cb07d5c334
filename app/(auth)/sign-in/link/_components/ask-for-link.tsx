'use client';

import { MailRequest } from '../../../_components/mail-request.tsx';
import { requestLink } from '../actions.ts';

export function AskForLink({ next }: { next: string }) {
  return <MailRequest label="Send the link" request={({ email }) => requestLink({ email, next })} />;
}

'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { acceptInvitation } from '../actions.ts';
import { SignOutToHere } from './sign-out-to-here.tsx';

type Props = { token: string; accountEmail: string; invitedEmail: string };

export function AcceptForm({ token, accountEmail, invitedEmail }: Props) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  function accept() {
    startTransition(async () => {
      const result = await outcomeOf(() => acceptInvitation({ token }));
      if (result.ok) router.replace(`/${result.data.slug}/documents`);
      else setProblem(result.error.message);
    });
  }
  return (
    <div className="space-y-5">
      <FormNotice message={problem} />
      {accountEmail === invitedEmail ? (
        <p className="[overflow-wrap:anywhere]">You are signed in as {accountEmail}.</p>
      ) : (
        <Notice tone="warn" title={`You are signed in as ${accountEmail}`}>
          <p>The invitation was made for {invitedEmail}. If you accept, this account joins instead.</p>
        </Notice>
      )}
      <Button variant="primary" pending={pending} onClick={accept} className="w-full">
        Accept the invitation
      </Button>
      <SignOutToHere />
    </div>
  );
}

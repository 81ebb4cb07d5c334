'use client';

import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { sendPasswordLink } from '../actions.ts';

/** For somebody who has always come in another way. */
export function SetPassword({ canSendMail }: { canSendMail: boolean }) {
  const [pending, startTransition] = useTransition();
  const [isSent, setIsSent] = useState(false);
  function send() {
    startTransition(async () => {
      const result = await outcomeOf(() => sendPasswordLink({}));
      if (result.ok) setIsSent(true);
      else toast.error(result.error.message);
    });
  }
  return (
    <div className="space-y-4">
      <p className="text-ink-soft">You have no password, and sign in without one.</p>
      {canSendMail && !isSent ? (
        <Button pending={pending} onClick={send} className="max-sm:w-full">
          E-mail me a link to set one
        </Button>
      ) : null}
      <p role="status">
        {isSent ? 'A message with a link is on its way to you. The link works for 30 minutes.' : null}
      </p>
    </div>
  );
}

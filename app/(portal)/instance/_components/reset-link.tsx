'use client';

import { KeyRound } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { LinkToPassOn } from '#app/_ui/link-to-pass-on.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { makeResetLink } from '../actions.ts';

type Person = { userId: string; name: string };

/** The way back in for somebody who has forgotten their password, or lost their authenticator app. */
export function ResetLink({ userId, name }: Person) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        onClick={() => setIsOpen(true)}
        aria-label={`Help ${name} back in`}
        title="Help back in"
        className="-my-2 max-sm:-ml-3.5 sm:-mr-2"
      >
        <KeyRound aria-hidden className="size-4" />
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={`Help ${name} back in`}
        description="With a link that you pass on they choose a new password. Until then nothing changes for them; then they are signed out everywhere else. Make sure that it is them who asks."
        className="max-w-lg"
      >
        <MakeLink userId={userId} name={name} />
      </Dialog>
    </>
  );
}

function MakeLink({ userId, name }: Person) {
  const [endsSecondFactor, setEndsSecondFactor] = useState(false);
  const [made, setMade] = useState<{ email: string; link: string } | null>(null);
  const [notice, setNotice] = useState<string>();
  const [pending, startTransition] = useTransition();
  if (made)
    return (
      <LinkToPassOn {...made}>
        It works once, for a day, for whoever opens it. Links that {name} was given before work no more.
      </LinkToPassOn>
    );
  function make() {
    startTransition(async () => {
      const result = await outcomeOf(() => makeResetLink({ userId, endsSecondFactor }));
      if (result.ok) setMade(result.data);
      else setNotice(result.error.message);
    });
  }
  return (
    <div className="space-y-4">
      <FormNotice message={notice} />
      <label className="flex min-h-11 items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={endsSecondFactor}
          onChange={({ currentTarget }) => setEndsSecondFactor(currentTarget.checked)}
          className="size-5 shrink-0 accent-accent"
        />
        They have lost their authenticator app and all recovery codes: switch it off, too
      </label>
      <Button variant="primary" pending={pending} onClick={make} className="max-sm:w-full">
        Make the link
      </Button>
    </div>
  );
}

'use client';

import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import type { ActionResult } from '#lib/contracts/index.ts';

type Props = {
  label: string;
  request: (input: { email: string }) => Promise<ActionResult<{ email: string }>>;
};

/** Asks where a link shall go, and then says the same whether or not somebody has an account there. */
export function MailRequest({ label, request }: Props) {
  const [sentTo, setSentTo] = useState<string>();
  const { values, problem, notice, submit, pending, form } = useFormAction(['email'], request, ({ email }) =>
    setSentTo(email),
  );
  if (sentTo) return <Sent email={sentTo} again={() => setSentTo(undefined)} />;
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      <FormNotice message={notice} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={values.email}
        problem={problem?.fields?.email}
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {label}
      </Button>
    </form>
  );
}

function Sent({ email, again }: { email: string; again: () => void }) {
  return (
    <div role="status" className="space-y-4">
      <p className="flex gap-3">
        <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          If <strong>{email}</strong> has an account here, a message with a link is on its way. The link works
          once, for 30 minutes.
        </span>
      </p>
      <p className="text-ink-soft text-small">
        Nothing there after a few minutes? Look among unwanted mail, and check that the address is right.
      </p>
      <Button onClick={again} className="w-full">
        Use another address
      </Button>
    </div>
  );
}

'use client';

import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { addPasskey, beginPasskey } from '../actions.ts';
import { type Passkey, PasskeyRow } from './passkey-row.tsx';

export function PasskeySettings({ passkeys, canAdd }: { passkeys: readonly Passkey[]; canAdd: boolean }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string>();
  function add() {
    setProblem(undefined);
    startTransition(async () => {
      const result = await makePasskey();
      if (!result.ok) {
        setProblem(result.error.message);
        return;
      }
      toast.success(`The passkey “${result.data.name}” was added.`);
      router.refresh();
    });
  }
  return (
    <div className="space-y-4">
      {passkeys.length > 0 ? (
        <ul className="divide-y divide-line rounded-normal border border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">You have no passkeys yet.</p>
      )}
      <FormNotice message={problem} />
      {canAdd ? (
        <Button pending={pending} onClick={add} className="max-sm:w-full">
          {pending ? null : <Plus aria-hidden className="size-4" />}
          Add a passkey
        </Button>
      ) : (
        <Notice tone="info">
          <p>Browsers offer passkeys only where Lectern is called by a name over https.</p>
        </Notice>
      )}
    </div>
  );
}

async function makePasskey(): ReturnType<typeof addPasskey> {
  if (!browserSupportsWebAuthn()) return refusal('This browser knows no passkeys.');
  const begun = await outcomeOf(() => beginPasskey({}));
  if (!begun.ok) return begun;
  try {
    const made = await startRegistration({ optionsJSON: begun.data });
    return await outcomeOf(() => addPasskey(made));
  } catch (error) {
    return refusal(
      error instanceof Error && error.name === 'InvalidStateError'
        ? 'This device has a passkey for your account already.'
        : 'No passkey was made. Try again when you are ready.',
    );
  }
}

function refusal(message: string) {
  return { ok: false, error: { kind: 'canceled', message } } as const;
}

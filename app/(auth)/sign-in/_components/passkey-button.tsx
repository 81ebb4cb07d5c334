'use client';

import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { Fingerprint } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { signInPath } from '../../_components/sign-in-path.ts';
import { beginPasskeySignIn, signInWithPasskey } from '../actions.ts';

/** The browser asks which passkey, and who one is. */
export function PasskeyButton({ next }: { next: string }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string>();
  function go() {
    setProblem(undefined);
    startTransition(async () => {
      const result = await provePasskey();
      if (!result.ok) setProblem(result.error.message);
      else router.replace(result.data.codeNeeded ? signInPath('/code', next) : next);
    });
  }
  return (
    <div className="space-y-3">
      <FormNotice message={problem} />
      <Button pending={pending} onClick={go} className="w-full">
        {pending ? null : <Fingerprint aria-hidden className="size-4" />}
        Use a passkey
      </Button>
    </div>
  );
}

async function provePasskey(): ReturnType<typeof signInWithPasskey> {
  if (!browserSupportsWebAuthn()) return refusal('This browser knows no passkeys. Use another way.');
  const begun = await outcomeOf(beginPasskeySignIn);
  if (!begun.ok) return begun;
  try {
    const proof = await startAuthentication({ optionsJSON: begun.data });
    return await outcomeOf(() => signInWithPasskey(proof));
  } catch {
    return refusal('No passkey was used. Try again, or use another way.');
  }
}

function refusal(message: string) {
  return { ok: false, error: { kind: 'canceled', message } } as const;
}

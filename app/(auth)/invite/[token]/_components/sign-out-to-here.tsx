'use client';

import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { signOut } from '#app/(portal)/actions.ts';

/** For the person who is signed in as somebody else: out, and back to this very page. */
export function SignOutToHere() {
  const [pending, startTransition] = useTransition();
  function leave() {
    startTransition(async () => {
      const result = await outcomeOf(() => signOut());
      if (result.ok) window.location.reload();
      else toast.error(result.error.message);
    });
  }
  return (
    <Button pending={pending} onClick={leave} className="w-full">
      Use another account
    </Button>
  );
}

'use client';

import { signIn } from 'next-auth/react';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';

/** Leads to the operator's provider and back to where one wanted to go. */
export function OidcButton({ provider, next }: { provider: string; next: string }) {
  const [pending, startTransition] = useTransition();
  function go() {
    startTransition(async () => {
      try {
        await signIn('oidc', { callbackUrl: next });
      } catch {
        toast.error('Lectern could not be reached. Check your connection and try again.');
      }
    });
  }
  return (
    <Button pending={pending} onClick={go} className="w-full">
      Continue with {provider}
    </Button>
  );
}

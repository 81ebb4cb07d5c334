'use client';

import { useTransition } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { leave } from './leave.ts';

export function SignOutButton() {
  const [pending, startTransition] = useTransition();
  return (
    <Button pending={pending} onClick={() => startTransition(leave)}>
      Sign out
    </Button>
  );
}

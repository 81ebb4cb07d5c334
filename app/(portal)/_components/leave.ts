'use client';

import { toast } from 'sonner';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { signOut } from '../actions.ts';

/** Signs out and loads the sign-in page anew, so that nothing of the session stays in memory. */
export async function leave(): Promise<void> {
  const result = await outcomeOf(() => signOut());
  if (result.ok) window.location.assign('/sign-in');
  else toast.error(result.error.message);
}

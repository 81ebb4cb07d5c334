'use client';

import { useTransition } from 'react';
import { toast } from 'sonner';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { ActionResult } from '#lib/contracts/index.ts';

/** Does what ends one's stay here and then loads the list of workspaces anew: nothing of this one stays in memory. */
export function useLeaving(act: () => Promise<ActionResult<null>>) {
  const [pending, startTransition] = useTransition();
  function leave() {
    startTransition(async () => {
      const result = await outcomeOf(act);
      if (result.ok) window.location.assign('/workspaces');
      else toast.error(result.error.message);
    });
  }
  return { pending, leave };
}

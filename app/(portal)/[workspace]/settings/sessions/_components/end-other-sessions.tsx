'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural } from '#app/_ui/words.ts';
import { revokeOtherSessions } from '../actions.ts';

export function EndOtherSessions({ count }: { count: number }) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [pending, startTransition] = useTransition();
  function end() {
    startTransition(async () => {
      const result = await outcomeOf(() => revokeOtherSessions({}));
      if (!result.ok) {
        toast.error(result.error.message);
        return;
      }
      toast.success('All other sessions were ended.');
      router.refresh();
    });
  }
  return (
    <div className="mt-4">
      <Button pending={pending} onClick={() => setIsAsking(true)} className="max-sm:w-full">
        End all other sessions
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="End all other sessions?"
        confirmLabel="End them"
        onConfirm={end}
        danger
      >
        <p>
          {plural(count, 'session', 'sessions')} on other devices or in other browsers will have to sign in
          again.
        </p>
      </ConfirmDialog>
    </div>
  );
}

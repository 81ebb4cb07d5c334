'use client';

import { UserMinus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { removeMember } from '../actions.ts';
import type { MemberView } from './member-view.ts';

export function RemoveMember({ member: { id, name, role } }: { member: MemberView }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [revokeTokens, setRevokeTokens] = useState(true);
  const [pending, startTransition] = useTransition();
  const mayHaveTokens = role === 'owner' || role === 'admin';
  function remove() {
    startTransition(async () => {
      const result = await outcomeOf(() => removeMember({ workspace: slug, userId: id, revokeTokens }));
      if (result.ok) toast.success(`${name} was removed.`);
      else toast.error(result.error.message);
      router.refresh();
    });
  }
  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        pending={pending}
        onClick={() => setIsAsking(true)}
        aria-label={`Remove ${name}`}
        className="text-bad"
      >
        {pending ? null : <UserMinus aria-hidden className="size-5" />}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Remove ${name}?`}
        confirmLabel="Remove"
        onConfirm={remove}
        danger
      >
        <p>They lose access at once, also where they have a page open. What they made here stays.</p>
        {mayHaveTokens ? (
          <label className="mt-3 flex min-h-11 items-center gap-3 text-ink text-small">
            <input
              type="checkbox"
              checked={revokeTokens}
              onChange={({ currentTarget }) => setRevokeTokens(currentTarget.checked)}
              className="size-5 accent-accent"
            />
            Also revoke their other API tokens, whose text they know; those with rights of an admin end in any
            case
          </label>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

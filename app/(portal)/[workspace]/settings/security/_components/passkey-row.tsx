'use client';

import { Fingerprint, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { removePasskey } from '../actions.ts';
import { RenamePasskey } from './rename-passkey.tsx';

export type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | null };

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const router = useRouter();
  const [asked, setAsked] = useState<'rename' | 'remove'>();
  const [pending, startTransition] = useTransition();
  const close = () => setAsked(undefined);
  function remove() {
    startTransition(async () => {
      const result = await outcomeOf(() => removePasskey({ passkeyId: id }));
      if (!result.ok) {
        toast.error(result.error.message);
        return;
      }
      toast.success(`The passkey “${name}” was removed.`);
      router.refresh();
    });
  }
  return (
    <li className="flex items-center gap-3 p-3">
      <Fingerprint aria-hidden className="size-5 shrink-0 text-accent max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-ink-soft text-small">
          Added <RelativeTime at={createdAt} />,{' '}
          {lastUsedAt ? (
            <>
              last used <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            'not used yet'
          )}
        </p>
      </div>
      <Button variant="quiet" size="icon" aria-label={`Rename ${name}`} onClick={() => setAsked('rename')}>
        <Pencil aria-hidden className="size-4" />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={`Remove ${name}`}
        pending={pending}
        onClick={() => setAsked('remove')}
      >
        {pending ? null : <Trash2 aria-hidden className="size-4" />}
      </Button>
      {asked === 'rename' ? <RenamePasskey passkey={passkey} onClose={close} /> : null}
      <ConfirmDialog
        open={asked === 'remove'}
        onOpenChange={close}
        title={`Remove “${name}”?`}
        confirmLabel="Remove"
        onConfirm={remove}
        danger
      >
        <p>It opens your account no more. Delete it on the device, too, where it may still be kept.</p>
      </ConfirmDialog>
    </li>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { renamePasskey } from '../actions.ts';

type Props = { passkey: { id: string; name: string }; onClose: () => void };

export function RenamePasskey({ passkey: { id, name }, onClose }: Props) {
  const router = useRouter();
  const { values, problem, submit, pending, form } = useFormAction(
    ['name'],
    (input) => renamePasskey({ passkeyId: id, ...input }),
    () => {
      onClose();
      router.refresh();
    },
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename the passkey"
      className="max-w-md"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rename-passkey" variant="primary" pending={pending}>
            Rename
          </Button>
        </>
      }
    >
      <form id="rename-passkey" ref={form} action={submit} noValidate>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={values.name ?? name}
          problem={problem?.fields?.name ?? problem?.message}
          required
        />
      </form>
    </Dialog>
  );
}

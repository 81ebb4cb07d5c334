'use client';

import { useEffect, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { QrCode } from '#app/_ui/qr-code.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { outcomeOf, useFormAction } from '#app/_ui/use-form-action.ts';
import { beginSecondFactor, confirmSecondFactor } from '../actions.ts';

type Props = { open: boolean; onClose: () => void; onCodes: (codes: string[]) => void };

/** The secret goes into the app; a code of the app shows that it arrived. */
export function SetUpAppDialog({ open, ...rest }: Props) {
  return open ? <OpenDialog {...rest} /> : null;
}

type Begun = Awaited<ReturnType<typeof beginSecondFactor>>;

function OpenDialog({ onClose, onCodes }: Omit<Props, 'open'>) {
  const [begun, setBegun] = useState<Begun>();
  useEffect(() => {
    let isOpen = true;
    outcomeOf(() => beginSecondFactor({})).then((result) => isOpen && setBegun(result));
    return () => {
      isOpen = false;
    };
  }, []);
  const { problem, notice, submit, pending, form } = useFormAction(
    ['code'],
    confirmSecondFactor,
    ({ codes }) => onCodes(codes),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Set up the authenticator app"
      className="max-w-lg"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="confirm-app" variant="primary" pending={pending} disabled={!begun?.ok}>
            Switch on
          </Button>
        </>
      }
    >
      <form id="confirm-app" ref={form} action={submit} className="space-y-5" noValidate>
        {begun ? <Secret begun={begun} /> : <Waiting />}
        <FormNotice message={notice} />
        <TextField
          label="Code"
          hint="Then enter the six digits that the app shows for Lectern."
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          problem={problem?.fields?.code}
          required
        />
      </form>
    </Dialog>
  );
}

function Secret({ begun }: { begun: Begun }) {
  if (!begun.ok) {
    return (
      <Notice tone="bad" announce>
        <p>{begun.error.message}</p>
      </Notice>
    );
  }
  const { secret, uri } = begun.data;
  const groups = secret.match(/.{1,4}/g)?.join(' ');
  return (
    <div className="space-y-4">
      <p>Scan this with an authenticator app on your phone.</p>
      <div className="flex justify-center">
        <QrCode text={uri} label="QR code for the authenticator app" />
      </div>
      <div className="space-y-2 text-small">
        <p className="text-ink-soft">If you cannot scan it, give the app this key:</p>
        <p className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 rounded-normal bg-well px-2 py-1 font-mono [overflow-wrap:anywhere]">
            {groups}
          </code>
          <CopyButton label="Copy" what="The key" text={() => secret} size="small" />
        </p>
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div role="status" className="space-y-4">
      <span className="sr-only">Making a key</span>
      <Skeleton className="mx-auto size-52" />
      <Skeleton className="h-5 w-full" />
    </div>
  );
}

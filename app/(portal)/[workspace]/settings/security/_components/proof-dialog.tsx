'use client';

import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { endSecondFactor, renewRecoveryCodes } from '../actions.ts';

type Kind = 'switch off' | 'renew';
type Props = {
  kind: string | undefined;
  proof: string;
  onClose: () => void;
  onCodes: (codes: string[]) => void;
  onOff: () => void;
};

const words = {
  'switch off': {
    title: 'Switch the authenticator app off?',
    description: 'Your password alone opens your account then, and your recovery codes work no more.',
    label: 'Switch off',
  },
  renew: {
    title: 'Make new recovery codes',
    description: 'The codes that you have kept until now work no more.',
    label: 'Make new codes',
  },
} as const;

/** Before something that would help whoever sits at somebody else's open browser: asks who it is. */
export function ProofDialog({ kind, onClose, ...rest }: Props) {
  if (kind !== 'switch off' && kind !== 'renew') return null;
  return <OpenDialog kind={kind} onClose={onClose} {...rest} />;
}

function OpenDialog({ kind, proof, onClose, onCodes, onOff }: Props & { kind: Kind }) {
  const { title, description, label } = words[kind];
  const { problem, notice, submit, pending, form } = useFormAction(
    ['proof'],
    async (input) => (kind === 'renew' ? renewRecoveryCodes(input) : endSecondFactor(input)),
    (data) => {
      if (data) onCodes(data.codes);
      else {
        toast.success('The authenticator app is switched off.');
        onOff();
      }
    },
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      className="max-w-md"
      actions={
        <>
          <Button onClick={onClose}>Keep as it is</Button>
          <Button
            type="submit"
            form="proof"
            variant={kind === 'renew' ? 'primary' : 'danger'}
            pending={pending}
          >
            {label}
          </Button>
        </>
      }
    >
      <form id="proof" ref={form} action={submit} className="space-y-5" noValidate>
        <FormNotice message={notice} />
        <PasswordField
          label={`Your ${proof}`}
          hint="A code is what the app shows now, or one of your recovery codes."
          name="proof"
          autoComplete="current-password"
          problem={problem?.fields?.proof}
          required
        />
      </form>
    </Dialog>
  );
}

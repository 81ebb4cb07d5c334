'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { finishSignIn } from '../../actions.ts';

const fields = {
  app: {
    label: 'Code of your authenticator app',
    hint: 'The six digits that the app shows for Lectern now.',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    other: 'Use a recovery code instead',
  },
  recovery: {
    label: 'Recovery code',
    hint: 'One of the ten that you kept when you set the app up. Each works once.',
    autoComplete: 'off',
    inputMode: 'text',
    other: 'Use the authenticator app instead',
  },
} as const;

export function CodeForm({ next }: { next: string }) {
  const router = useRouter();
  const [kind, setKind] = useState<keyof typeof fields>('app');
  const { problem, notice, submit, pending, form } = useFormAction(
    ['code'],
    finishSignIn,
    ({ isRecovery }) => {
      if (isRecovery)
        toast.info('You used a recovery code. It works no more; make new ones before they run out.');
      router.replace(next);
    },
  );
  const { other, ...field } = fields[kind];
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      <FormNotice message={notice} />
      <TextField
        key={kind}
        {...field}
        name="code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        problem={problem?.fields?.code}
        autoFocus
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Sign in
      </Button>
      <Button variant="quiet" onClick={() => setKind(kind === 'app' ? 'recovery' : 'app')} className="w-full">
        {other}
      </Button>
    </form>
  );
}

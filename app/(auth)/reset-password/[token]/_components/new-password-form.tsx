'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { NewPasswordField } from '#app/_ui/new-password-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { resetPassword } from '../../actions.ts';

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const router = useRouter();
  const { problem, notice, submit, pending, form } = useFormAction(
    ['password'],
    ({ password }) => resetPassword({ token, password }),
    ({ passkeysLeft }) =>
      router.replace(`/sign-in?done=${passkeysLeft > 0 ? 'password_not_passkeys' : 'password'}`),
  );
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      <FormNotice message={notice} />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NewPasswordField label="New password" problem={problem?.fields?.password} />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Set the password
      </Button>
    </form>
  );
}

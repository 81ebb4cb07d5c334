'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { FormNotice } from '../../../_components/form-notice.tsx';
import { resetPassword } from '../../actions.ts';

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const router = useRouter();
  const { problem, notice, submit, pending, form } = useFormAction(
    ['password'],
    ({ password }) => resetPassword({ token, password }),
    () => router.replace('/sign-in?done=password'),
  );
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      <FormNotice message={notice} />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        label="New password"
        hint="At least 10 characters."
        name="password"
        autoComplete="new-password"
        problem={problem?.fields?.password}
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Set the password
      </Button>
    </form>
  );
}

'use client';

import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { NewPasswordField } from '#app/_ui/new-password-field.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { changePassword } from '../actions.ts';

export function PasswordForm({ email }: { email: string }) {
  const { problem, notice, submit, pending, form } = useFormAction(
    ['current', 'password'],
    changePassword,
    () => toast.success('Your password was changed. All other sessions were ended.'),
  );
  return (
    <form ref={form} action={submit} className="max-w-md space-y-5" noValidate>
      <FormNotice message={notice} />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        label="Present password"
        name="current"
        autoComplete="current-password"
        problem={problem?.fields?.current}
        required
      />
      <NewPasswordField label="New password" problem={problem?.fields?.password} />
      <Button type="submit" variant="primary" pending={pending} className="max-sm:w-full">
        Change the password
      </Button>
    </form>
  );
}

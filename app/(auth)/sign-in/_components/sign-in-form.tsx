'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { signIn } from '../actions.ts';

export function SignInForm({ next }: { next: string }) {
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['email', 'password'],
    signIn,
    () => router.replace(next),
  );
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      {notice ? (
        <Notice tone="bad" announce>
          <p>{notice}</p>
        </Notice>
      ) : null}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={values.email}
        problem={problem?.fields?.email}
        required
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        problem={problem?.fields?.password}
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Sign in
      </Button>
    </form>
  );
}

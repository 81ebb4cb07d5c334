'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { signInPath } from '../../_components/sign-in-path.ts';
import { signIn } from '../actions.ts';

export function SignInForm({ next, canReset }: { next: string; canReset: boolean }) {
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['email', 'password'],
    signIn,
    ({ codeNeeded }) => router.replace(codeNeeded ? signInPath('/code', next) : next),
  );
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      <FormNotice message={notice} />
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
      {canReset ? (
        <p className="text-center text-small">
          <Link href="/reset-password" className="text-accent underline">
            Forgot your password?
          </Link>
        </p>
      ) : null}
    </form>
  );
}

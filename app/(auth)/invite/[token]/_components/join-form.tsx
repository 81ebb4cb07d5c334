'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { NewPasswordField } from '#app/_ui/new-password-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { joinAsNewPerson } from '../actions.ts';

/** The address is the invitation's, so that nobody can try out others. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['name', 'password'],
    (input) => joinAsNewPerson({ token, ...input }),
    ({ slug }) => router.replace(`/${slug}/documents`),
  );
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      <FormNotice message={notice} />
      <TextField
        label="E-mail address"
        hint="You sign in with it."
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
      />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        problem={problem?.fields?.name}
        required
      />
      <NewPasswordField label="Password" defaultValue={values.password} problem={problem?.fields?.password} />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Create account and join
      </Button>
    </form>
  );
}

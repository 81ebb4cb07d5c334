'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { setUp } from '../actions.ts';

const FIELDS = ['name', 'email', 'password', 'workspaceName'] as const;

export function SetUpForm() {
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(FIELDS, setUp, () =>
    router.replace('/'),
  );
  return (
    <form ref={form} action={submit} className="space-y-5" noValidate>
      {notice ? (
        <Notice tone="bad" announce>
          <p>{notice}</p>
        </Notice>
      ) : null}
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        problem={problem?.fields?.name}
        required
      />
      <TextField
        label="E-mail address"
        hint="You sign in with it. Lectern sends nothing to it."
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={values.email}
        problem={problem?.fields?.email}
        required
      />
      <PasswordField
        label="Password"
        hint="At least 10 characters."
        name="password"
        autoComplete="new-password"
        defaultValue={values.password}
        problem={problem?.fields?.password}
        required
      />
      <TextField
        label="Name of your workspace"
        hint="For example your team or company. Documents live in a workspace."
        name="workspaceName"
        autoComplete="organization"
        defaultValue={values.workspaceName}
        problem={problem?.fields?.workspaceName}
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Create the workspace
      </Button>
    </form>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { NewPasswordField } from '#app/_ui/new-password-field.tsx';
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
      <FormNotice message={notice} />
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
      <NewPasswordField label="Password" defaultValue={values.password} problem={problem?.fields?.password} />
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

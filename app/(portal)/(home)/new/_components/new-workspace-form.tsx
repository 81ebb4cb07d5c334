'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { createWorkspace } from '../../actions.ts';

export function NewWorkspaceForm() {
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['name'],
    createWorkspace,
    ({ slug }) => router.replace(`/${slug}/documents`),
  );
  return (
    <form ref={form} action={submit} noValidate className="space-y-5">
      <FormNotice message={notice} />
      <TextField
        label="Name of the workspace"
        hint="For example your team, your company or what you read there. You can change it later."
        name="name"
        autoComplete="organization"
        defaultValue={values.name}
        problem={problem?.fields?.name}
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="max-sm:w-full">
        Create the workspace
      </Button>
    </form>
  );
}

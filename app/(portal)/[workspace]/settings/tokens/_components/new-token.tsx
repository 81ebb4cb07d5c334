'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { createApiToken } from '../actions.ts';

/** Makes a token and shows it this one time: nobody can look it up later. */
export function NewToken() {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['name'],
    ({ name }) => createApiToken({ workspace: slug, name }),
    ({ token }) => {
      setMade(token);
      router.refresh();
    },
  );
  return (
    <div className="mb-6 space-y-4">
      <form ref={form} action={submit} noValidate className="flex flex-wrap items-start gap-x-3 gap-y-3">
        <TextField
          className="min-w-0 flex-1 basis-60"
          label="Name of a new token"
          name="name"
          placeholder="For example: invoice import"
          defaultValue={values.name}
          problem={problem?.fields?.name}
          maxLength={100}
          autoComplete="off"
          required
        />
        <Button type="submit" variant="primary" pending={pending} className="sm:mt-6.5 max-sm:w-full">
          Create token
        </Button>
      </form>
      {notice ? (
        <Notice tone="bad" announce>
          <p>{notice}</p>
        </Notice>
      ) : null}
      {made ? (
        <Notice tone="good" title="Copy the token now. It is shown only this once." announce>
          <div className="flex flex-wrap items-center gap-3 pt-1">
            <code className="min-w-0 select-all rounded-small bg-sheet px-2 py-1 font-mono [overflow-wrap:anywhere]">
              {made}
            </code>
            <CopyButton size="small" label="Copy" what="The token" text={() => made} />
          </div>
        </Notice>
      ) : null}
    </div>
  );
}

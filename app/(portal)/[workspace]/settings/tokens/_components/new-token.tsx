'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { SelectField } from '#app/_ui/select-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { TextToCopy } from '#app/_ui/text-to-copy.tsx';
import { usualScopes } from '#app/_ui/token-scopes.ts';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import type { TokenScope } from '#lib/access/index.ts';
import { USUAL_TOKEN_DAYS } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { createApiToken } from '../actions.ts';
import { ScopeChoice } from './scope-choice.tsx';

const lifetimes = [
  { days: 30, label: '30 days' },
  { days: USUAL_TOKEN_DAYS, label: '90 days' },
  { days: 365, label: 'One year' },
];
const NEVER = 'never';

/** Makes a token and shows it this one time: nobody can look it up later. */
export function NewToken({ offered }: { offered: readonly TokenScope[] }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  const [lifetime, setLifetime] = useState(String(USUAL_TOKEN_DAYS));
  const [scopes, setScopes] = useState<readonly TokenScope[]>(
    usualScopes.filter((scope) => offered.includes(scope)),
  );
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['name', 'scopes'],
    ({ name }) =>
      createApiToken({
        workspace: slug,
        name,
        scopes: [...scopes],
        days: lifetime === NEVER ? null : Number(lifetime),
      }),
    ({ token }) => {
      setMade(token);
      router.refresh();
    },
  );
  return (
    <div className="mb-6 space-y-4">
      <form
        ref={form}
        action={submit}
        noValidate
        className="space-y-4 rounded-large border border-line bg-sheet p-4 shadow-sheet sm:p-5"
      >
        <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
          <TextField
            label="Name of a new token"
            name="name"
            placeholder="For example: invoice import"
            defaultValue={values.name}
            problem={problem?.fields?.name}
            autoComplete="off"
            required
          />
          <SelectField
            label="Good for"
            value={lifetime}
            onChange={({ currentTarget }) => setLifetime(currentTarget.value)}
          >
            {lifetimes.map(({ days, label }) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
            <option value={NEVER}>Until it is revoked</option>
          </SelectField>
        </div>
        {lifetime === NEVER ? (
          <Notice tone="warn" announce>
            <p>
              A token that never ends is a danger for as long as nobody thinks of it. Choose an end if you
              can.
            </p>
          </Notice>
        ) : null}
        <ScopeChoice
          offered={offered}
          chosen={scopes}
          onChange={setScopes}
          problem={problem?.fields?.scopes}
        />
        <Button type="submit" variant="primary" pending={pending} className="max-sm:w-full">
          Create token
        </Button>
      </form>
      <FormNotice message={notice} />
      {made ? (
        <Notice tone="good" title="Copy the token now. It is shown only this once." announce>
          <TextToCopy text={made} what="The token" />
        </Notice>
      ) : null}
    </div>
  );
}

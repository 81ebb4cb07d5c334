'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { roleWords } from '#app/_ui/role-words.ts';
import { SelectField } from '#app/_ui/select-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import type { Role } from '#lib/access/index.ts';
import { roleSchema } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { inviteMember } from '../actions.ts';
import { InvitationLink } from './invitation-link.tsx';

type Props = { givable: readonly Role[]; byMail: boolean };

export function InviteForm({ givable, byMail }: Props) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [made, setMade] = useState<{ email: string; link: string } | null>(null);
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['email', 'role'],
    async ({ email, role }) => {
      const result = await inviteMember({ workspace: slug, email, role: roleSchema.parse(role) });
      return result.ok ? { ok: true, data: { email: email.trim(), link: result.data.link } } : result;
    },
    ({ email, link }) => {
      setMade(link ? { email, link } : null);
      if (!link) toast.success(`An invitation is on its way to ${email}.`);
      router.refresh();
    },
  );
  return (
    <div className="mb-6 space-y-4">
      <form ref={form} action={submit} noValidate className="flex flex-wrap items-start gap-3">
        <TextField
          className="min-w-0 flex-1 basis-60"
          label="E-mail address to invite"
          name="email"
          type="email"
          placeholder="name@example.org"
          autoComplete="off"
          defaultValue={values.email}
          problem={problem?.fields?.email}
          required
        />
        <SelectField
          key={values.role}
          label="Role"
          name="role"
          defaultValue={values.role ?? 'editor'}
          className="sm:w-36 max-sm:basis-full"
        >
          {givable.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" variant="primary" pending={pending} className="sm:mt-6.5 max-sm:w-full">
          {byMail ? 'Send invitation' : 'Make invitation link'}
        </Button>
      </form>
      <FormNotice message={notice} />
      {made ? <InvitationLink {...made} /> : null}
    </div>
  );
}

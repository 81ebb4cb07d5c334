'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { roleWords } from '#app/_ui/role-words.ts';
import { Select } from '#app/_ui/select.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { Role } from '#lib/access/index.ts';
import { roleSchema } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { changeRole } from '../actions.ts';
import type { MemberView } from './member-view.ts';

type Props = { member: MemberView; isMe: boolean; givable: readonly Role[] };

/** Changes at once, and asks first where it cannot simply be taken back: one's own role, and a new owner. */
export function RoleChoice({ member: { id, name, role }, isMe, givable }: Props) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [asked, setAsked] = useState<Role | null>(null);
  const [pending, startTransition] = useTransition();
  function change(wanted: Role) {
    startTransition(async () => {
      const result = await outcomeOf(() => changeRole({ workspace: slug, userId: id, role: wanted }));
      if (!result.ok) toast.error(result.error.message);
      else if (!isMe) toast.success(`${name} is ${roleWords[wanted].toLowerCase()} now.`);
      router.refresh();
    });
  }
  function choose(wanted: Role) {
    if (isMe || wanted === 'owner') setAsked(wanted);
    else change(wanted);
  }
  return (
    <>
      <Select
        aria-label={`Role of ${name}`}
        aria-busy={pending}
        disabled={pending}
        value={role}
        onChange={({ currentTarget }) => choose(roleSchema.parse(currentTarget.value))}
        className="h-11 w-30 text-small sm:h-9"
      >
        {givable.map((choice) => (
          <option key={choice} value={choice}>
            {roleWords[choice]}
          </option>
        ))}
      </Select>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={isMe ? 'Change your own role?' : `Make ${name} an owner?`}
        confirmLabel={isMe ? `Become ${asked}` : 'Make owner'}
        onConfirm={() => {
          if (asked) change(asked);
        }}
        danger
      >
        {isMe ? (
          <p>You will be able to do less here, and only somebody above you can change it back.</p>
        ) : (
          <p>Owners may do everything here, also remove you and delete the workspace.</p>
        )}
      </ConfirmDialog>
    </>
  );
}

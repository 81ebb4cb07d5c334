'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { SelectField } from '#app/_ui/select-field.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { transferOwnership } from '../actions.ts';

type Props = { members: readonly { id: string; name: string }[] };

export function HandOver({ members }: Props) {
  const { slug, name } = useWorkspace();
  const router = useRouter();
  const [chosenId, setChosenId] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [pending, startTransition] = useTransition();
  const heir = members.find(({ id }) => id === chosenId);
  if (members.length === 0) {
    return <p className="text-small">There is nobody else in this workspace. Invite somebody first.</p>;
  }
  function handOver(userId: string) {
    startTransition(async () => {
      const result = await outcomeOf(() => transferOwnership({ workspace: slug, userId }));
      if (!result.ok) toast.error(result.error.message);
      setChosenId('');
      router.refresh();
    });
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label="New owner"
        className="min-w-0 flex-1 basis-60"
        value={chosenId}
        onChange={({ currentTarget }) => setChosenId(currentTarget.value)}
      >
        <option value="">Choose a member</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </SelectField>
      <Button pending={pending} disabled={!heir} onClick={() => setIsAsking(true)} className="max-sm:w-full">
        Hand over
      </Button>
      {heir ? (
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setIsAsking}
          title={`Make ${heir.name} owner of ${name}?`}
          confirmLabel="Hand over"
          onConfirm={() => handOver(heir.id)}
          danger
        >
          <p>You become an admin. Only an owner can make you owner again.</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

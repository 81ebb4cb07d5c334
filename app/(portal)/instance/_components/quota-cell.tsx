'use client';

import { Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { setMonthlyQuota } from '../actions.ts';

type Props = { workspaceId: string; name: string; pages: number | null };

/** How many pages the workspace may have read in a month, and the way to change it. */
export function QuotaCell({ workspaceId, name, pages }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const words = pages === null ? 'Any number' : pages.toLocaleString('en');
  return (
    <>
      <Button variant="quiet" size="small" className="max-sm:-ml-3 sm:-mr-3" onClick={() => setIsOpen(true)}>
        {words}
        <Pencil aria-hidden className="size-3.5 text-ink-soft" />
        <span className="sr-only"> pages a month for {name}: change</span>
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={`Pages a month for ${name}`}
        description="Counted from the first of each month, UTC. What is under way goes on."
        className="max-w-md"
      >
        <QuotaForm workspaceId={workspaceId} name={name} pages={pages} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function QuotaForm({ workspaceId, name, pages, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['pages'],
    (typed) => setMonthlyQuota({ workspaceId, ...typed }),
    () => {
      toast.success(`The quota of ${name} is set.`);
      onDone();
      router.refresh();
    },
  );
  return (
    <form ref={form} action={submit} noValidate className="space-y-4">
      <FormNotice message={notice} />
      <TextField
        label="Pages a month"
        hint="Leave it empty for any number."
        name="pages"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.pages ?? pages ?? ''}
        problem={problem?.fields?.pages}
      />
      <Button type="submit" variant="primary" pending={pending} className="max-sm:w-full">
        Set the quota
      </Button>
    </form>
  );
}

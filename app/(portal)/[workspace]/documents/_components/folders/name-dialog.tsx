'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { ActionResult } from '#lib/contracts/index.ts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  label: string;
  initial?: string;
  submitLabel: string;
  save: (name: string) => Promise<ActionResult<unknown>>;
};

/** Asks for a name and saves it; stays open while something is wrong with it. */
export function NameDialog({ open, onOpenChange, title, label, initial = '', submitLabel, save }: Props) {
  const router = useRouter();
  const formId = useId();
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const value = name ?? initial;

  function change(isOpen: boolean) {
    setName(null);
    setProblem(undefined);
    onOpenChange(isOpen);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const result = await outcomeOf(() => save(value));
    setPending(false);
    if (!result.ok) return setProblem(result.error.fields?.name ?? result.error.message);
    router.refresh();
    change(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      className="max-w-md"
      actions={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)}>
        <TextField
          label={label}
          value={value}
          autoFocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          problem={problem}
        />
      </form>
    </Dialog>
  );
}

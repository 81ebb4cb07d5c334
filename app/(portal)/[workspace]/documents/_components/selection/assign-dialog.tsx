'use client';

import { UserRound, UserRoundX } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { useLibrary } from '../library-context.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** How many documents, in words. */
  what: string;
  onChoose: (personId: string | null) => void;
};

/** Asks who is to review the documents. */
export function AssignDialog({ open, onOpenChange, what, onChoose }: Props) {
  const { people } = useLibrary();
  function choose(personId: string | null) {
    onOpenChange(false);
    onChoose(personId);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Who reviews them?"
      description={what}
      className="max-w-md"
    >
      <ul className="-mx-2 space-y-0.5">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Button variant="quiet" className="w-full min-w-0 justify-start px-2" onClick={() => choose(id)}>
              <UserRound aria-hidden className="size-4 text-accent" />
              <span className="truncate">{name}</span>
            </Button>
          </li>
        ))}
        <li>
          <Button variant="quiet" className="w-full justify-start px-2" onClick={() => choose(null)}>
            <UserRoundX aria-hidden className="size-4 text-ink-soft" />
            Nobody
          </Button>
        </li>
      </ul>
    </Dialog>
  );
}

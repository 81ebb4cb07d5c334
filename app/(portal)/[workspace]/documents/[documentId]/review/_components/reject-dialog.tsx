'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';

type Props = { page: number; onClose: () => void; onReject: (comment: string) => Promise<string | null> };

/** Asks what is wrong with a page: who mends it has to know. `onReject` answers with a problem, or null. */
export function RejectDialog({ page, onClose, onReject }: Props) {
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (comment.trim() === '') return setProblem('Say what is wrong.');
    setPending(true);
    const answer = await onReject(comment);
    setPending(false);
    if (answer === null) onClose();
    else setProblem(answer);
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Reject page ${page}?`}
      description={<p>It stays in the document. The others see your reason among the comments.</p>}
      className="max-w-lg"
      actions={
        <>
          <Button onClick={onClose}>Keep as it is</Button>
          <Button type="submit" form="reject" variant="danger" pending={pending}>
            Reject the page
          </Button>
        </>
      }
    >
      <form id="reject" onSubmit={submit} className="space-y-1.5" noValidate>
        <label htmlFor="reject-reason" className="block font-medium text-small">
          What is wrong?
        </label>
        <textarea
          id="reject-reason"
          rows={4}
          maxLength={5_000}
          value={comment}
          aria-invalid={problem ? true : undefined}
          aria-describedby="reject-problem"
          onChange={({ target }) => setComment(target.value)}
          className="block w-full rounded-normal border border-edge bg-sheet p-3 aria-invalid:border-bad"
        />
        <p id="reject-problem" role="alert" className="text-bad text-small">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}

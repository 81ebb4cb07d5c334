'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import type { NewComment, Person } from '#lib/contracts/index.ts';
import { MentionField } from './mention-field.tsx';
import { mentionedIn } from './mention-text.ts';

type Props = {
  page: number;
  /** The line at work, and where it stands. */
  line: { id: string; place: number } | null;
  people: readonly Person[];
  draft: string;
  onDraft: (draft: string) => void;
  onAdd: (comment: NewComment) => Promise<boolean>;
};

type About = 'page' | 'line' | 'document';

/** Says something about the page, the line at work or the whole document. */
export function CommentForm({ page, line, people, draft, onDraft, onAdd }: Props) {
  const [chosen, setChosen] = useState<About>('page');
  const [pending, setPending] = useState(false);
  const about = chosen === 'line' && !line ? 'page' : chosen;

  async function send() {
    if (draft.trim() === '' || pending) return;
    setPending(true);
    const isAdded = await onAdd({
      pageNumber: about === 'document' ? null : page,
      lineId: about === 'line' ? (line?.id ?? null) : null,
      body: draft,
      mentions: mentionedIn(draft, people),
    });
    setPending(false);
    if (isAdded) onDraft('');
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }

  return (
    <form onSubmit={submit} className="space-y-2 border-line border-t p-3">
      <MentionField
        label="Comment"
        value={draft}
        people={people}
        onChange={onDraft}
        onSend={() => void send()}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label className="flex items-center gap-2 text-small">
          <span className="text-ink-soft">About</span>
          <select
            value={about}
            onChange={({ currentTarget }) => setChosen(aboutNamed(currentTarget.value))}
            className="h-11 rounded-normal border border-edge bg-sheet px-2 sm:h-8"
          >
            <option value="page">page {page}</option>
            {line ? <option value="line">line {line.place}</option> : null}
            <option value="document">the document</option>
          </select>
        </label>
        <Button
          type="submit"
          size="small"
          variant="primary"
          pending={pending}
          aria-disabled={draft.trim() === ''}
        >
          Comment
        </Button>
      </div>
    </form>
  );
}

function aboutNamed(value: string): About {
  return value === 'line' || value === 'document' ? value : 'page';
}

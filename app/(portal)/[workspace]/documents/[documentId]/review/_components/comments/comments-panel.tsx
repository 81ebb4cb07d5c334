'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import { plural } from '#app/_ui/words.ts';
import { useWorkspace } from '../../../../../_components/workspace-context.tsx';
import { CommentEntry } from './comment-entry.tsx';
import { CommentForm } from './comment-form.tsx';
import type { DiscussionVerbs } from './use-discussion.ts';

type Props = {
  talk: DiscussionVerbs;
  page: number;
  /** The line at work. */
  line: string | undefined;
  /** Where a line stands now, from 1; undefined when it is gone. */
  placeOfLine: (line: string) => number | undefined;
  onGoToLine: (line: string) => void;
  onPage: (page: number) => void;
};

/** What people say about the page and the document; open comments first to be seen, resolved ones on demand. */
export function CommentsPanel({ talk, page, line, placeOfLine, onGoToLine, onPage }: Props) {
  const { may } = useWorkspace();
  const pointedAt = useSearchParams().get('comment');
  const [ofAll, setOfAll] = useState(false);
  const [withResolved, setWithResolved] = useState(false);
  const { discussion, problem } = talk;

  if (!discussion) return problem ? <Failed message={problem} onRetry={talk.refresh} /> : <Waiting />;
  const near = discussion.comments.filter(
    ({ pageNumber }) => ofAll || pageNumber === null || pageNumber === page,
  );
  const shown = near.filter(({ id, resolvedAt }) => withResolved || resolvedAt === null || id === pointedAt);
  const resolved = near.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const place = line === undefined ? undefined : placeOfLine(line);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 border-line border-b px-3 text-small lg:min-h-10">
        <Toggle label="Of all pages" isOn={ofAll} onChange={setOfAll} />
        {resolved > 0 || withResolved ? (
          <Toggle label={`${resolved} resolved`} isOn={withResolved} onChange={setWithResolved} />
        ) : null}
      </div>
      <ol aria-label="Comments" className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
        {shown.map((comment) => {
          const { id, author, lineId, pageNumber } = comment;
          return (
            <CommentEntry
              key={id}
              comment={comment}
              page={page}
              place={lineId !== null && pageNumber === page ? placeOfLine(lineId) : undefined}
              mayWrite={may.write}
              isOwn={author?.id === discussion.me}
              isPointedAt={id === pointedAt}
              onGoTo={() => {
                if (pageNumber !== null && pageNumber !== page) onPage(pageNumber);
                else if (lineId !== null) onGoToLine(lineId);
              }}
              onResolve={(isResolved) => talk.resolve(id, isResolved)}
              onDelete={() => talk.remove(id)}
            />
          );
        })}
        {shown.length === 0 ? (
          <li className="p-3 text-ink-soft text-small">
            {ofAll ? 'Nobody has said anything about this document.' : 'Nobody has said anything here.'}
            {resolved > 0 ? ` ${plural(resolved, 'comment')} resolved.` : ''}
          </li>
        ) : null}
      </ol>
      {may.write ? (
        <CommentForm
          page={page}
          line={line !== undefined && place !== undefined ? { id: line, place } : null}
          people={discussion.people.filter(({ id }) => id !== discussion.me)}
          draft={talk.draft}
          onDraft={talk.setDraft}
          onAdd={talk.add}
        />
      ) : (
        <p className="border-line border-t p-3 text-ink-soft text-small">
          You can read comments, but not write any: that is for owners, admins and editors.
        </p>
      )}
    </div>
  );
}

function Toggle(props: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-2 lg:min-h-9">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
        className="size-4 accent-accent"
      />
      {props.label}
    </label>
  );
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="space-y-3 p-4 text-small">
      <p>{message}</p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

function Waiting() {
  return (
    <div className="space-y-3 p-4">
      <p role="status" className="text-ink-soft text-small">
        The comments are being loaded …
      </p>
      <Skeleton className="h-4 w-3/5" />
      <Skeleton className="h-4 w-11/12" />
    </div>
  );
}

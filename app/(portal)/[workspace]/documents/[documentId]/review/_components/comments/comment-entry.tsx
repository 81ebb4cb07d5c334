'use client';

import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import type { Comment } from '#lib/contracts/index.ts';
import { authorName } from '../../../../../_components/review/author-name.ts';
import { CommentText } from './comment-text.tsx';

type Props = {
  comment: Comment;
  page: number;
  /** Where its line stands; undefined when it is about none, or the line is gone. */
  place: number | undefined;
  mayWrite: boolean;
  isOwn: boolean;
  isPointedAt: boolean;
  onGoTo: () => void;
  onResolve: (isResolved: boolean) => Promise<boolean>;
  onDelete: () => Promise<boolean>;
};

export function CommentEntry(props: Props) {
  const { comment, page, place, mayWrite, isOwn, isPointedAt, onGoTo, onResolve, onDelete } = props;
  const { author, apiToken, body, createdAt, mentions, pageNumber, resolvedAt, resolvedBy } = comment;
  const [running, setRunning] = useState<'resolve' | 'delete' | null>(null);

  async function run(what: 'resolve' | 'delete', call: () => Promise<boolean>) {
    if (running) return;
    setRunning(what);
    await call();
    setRunning(null);
  }

  return (
    <li
      id={`comment-${comment.id}`}
      className={classNames(
        'space-y-1.5 p-3 text-small',
        isPointedAt && 'border-accent border-l-4 bg-accent-wash',
      )}
    >
      <p>
        <span className="font-semibold">{authorName(author?.name ?? null, apiToken)}</span>{' '}
        <RelativeTime at={createdAt} className="text-ink-soft" />
      </p>
      {pageNumber !== null && (pageNumber !== page || place !== undefined) ? (
        <button type="button" onClick={onGoTo} className="min-h-6 text-accent text-fine underline">
          {pageNumber === page ? `Line ${place}` : `Page ${pageNumber}`}
        </button>
      ) : null}
      {pageNumber === null ? <p className="text-fine text-ink-soft">About the document</p> : null}
      <CommentText body={body} mentions={mentions} />
      {resolvedAt ? (
        <p className="text-ink-soft">
          Resolved{resolvedBy ? ` by ${resolvedBy}` : ''} <RelativeTime at={resolvedAt} />
        </p>
      ) : null}
      {mayWrite ? (
        <div className="-mx-2 flex flex-wrap gap-1">
          <Button
            size="small"
            variant="quiet"
            pending={running === 'resolve'}
            onClick={() => void run('resolve', () => onResolve(resolvedAt === null))}
          >
            {resolvedAt ? (
              <RotateCcw aria-hidden className="size-4" />
            ) : (
              <Check aria-hidden className="size-4" />
            )}
            {resolvedAt ? 'Open again' : 'Resolve'}
          </Button>
          {isOwn ? (
            <Button
              size="small"
              variant="quiet"
              pending={running === 'delete'}
              onClick={() => void run('delete', onDelete)}
            >
              <Trash2 aria-hidden className="size-4" />
              Delete
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

'use client';

import Link from 'next/link';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { percentInWords, plural } from '#app/_ui/words.ts';
import type { Person, QueueEntry } from '#lib/contracts/index.ts';
import { AssigneeSelect } from '../../_components/review/assignee-select.tsx';
import { Thumbnail } from '../../documents/_components/thumbnail.tsx';

type Props = {
  entry: QueueEntry;
  href: string;
  reviewers: readonly Person[];
  mayAssign: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onAssign: (id: string | null) => void;
};

export function QueueRow({ entry, href, reviewers, mayAssign, isChosen, onChoose, onAssign }: Props) {
  const { name, assignee, pages, pageCount, doubtfulCount, lowestConfidence, readAt } = entry;
  const everybody =
    assignee && !reviewers.some(({ id }) => id === assignee.id) ? [...reviewers, assignee] : reviewers;
  return (
    <li className="relative flex items-center gap-3 px-3 py-3 hover:bg-well/50 has-[input:checked]:bg-accent-wash/50 sm:gap-4 sm:px-4">
      {mayAssign ? (
        <label className="relative z-10 -m-2 grid size-11 shrink-0 place-items-center sm:size-9">
          <input
            type="checkbox"
            aria-label={`Choose ${name}`}
            checked={isChosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
            className="size-4.5 accent-accent"
          />
        </label>
      ) : null}
      <Thumbnail url={entry.thumbnailUrl} />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_12rem] sm:items-center">
        <div className="min-w-0">
          <Link
            href={href}
            title={name}
            className="block truncate font-medium after:absolute after:inset-0 hover:text-accent hover:underline"
          >
            {name}
          </Link>
          <p className="text-ink-soft text-small">
            {pages === pageCount
              ? plural(pages, 'page')
              : `${pages} of ${plural(pageCount ?? pages, 'page')}`}
            {doubtfulCount > 0 ? ` · ${plural(doubtfulCount, 'word')} in doubt` : null}
            {lowestConfidence === null
              ? null
              : ` · ${pages > 1 ? 'weakest page' : 'confidence'} ${percentInWords(lowestConfidence)}`}
            <span className="max-sm:hidden">
              {' · read '}
              <RelativeTime at={readAt} className="relative" />
            </span>
          </p>
        </div>
        {mayAssign ? (
          <AssigneeSelect
            label={`Reviewer of ${name}`}
            value={assignee?.id ?? null}
            reviewers={everybody}
            nobody="Nobody yet"
            onChange={onAssign}
            className="relative z-10 w-full"
          />
        ) : (
          <p className="text-small">{assignee?.name ?? <span className="text-ink-soft">Nobody yet</span>}</p>
        )}
      </div>
    </li>
  );
}

'use client';

import Link from 'next/link';
import { memo } from 'react';
import { Badge } from '#app/_ui/badge.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural, sizeInWords } from '#app/_ui/words.ts';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { authorName } from '../../_components/review/author-name.ts';
import { reviewStates } from '../[documentId]/review/_components/review-states.ts';
import { fractionDone, isUnderWay, stateOfDocument } from './document-state.ts';
import { keepsEarlierText } from './document-text.ts';
import { TagChip } from './tags/tag-chip.tsx';
import { Thumbnail } from './thumbnail.tsx';

export const DocumentRow = memo(function DocumentRow({
  href,
  document,
  isChosen,
  onTick,
}: {
  href: string;
  document: DocumentSummary;
  isChosen: boolean;
  /** With the shift key, all from the last one that was ticked. */
  onTick: (id: string, isOn: boolean, isRange: boolean) => void;
}) {
  const { name, job, problem, pageCount, createdBy, apiToken } = document;
  return (
    <li className="relative flex items-center gap-4 px-3 py-3 hover:bg-well/50 has-checked:bg-accent-wash/50 sm:px-4">
      <label className="relative z-1 -m-3 grid min-h-11 min-w-11 cursor-pointer place-items-center sm:-ml-4">
        <span className="sr-only">Choose {name}</span>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={({ nativeEvent }) => {
            onTick(document.id, !isChosen, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true);
          }}
          className="size-4.5 accent-accent"
        />
      </label>
      <Thumbnail url={document.thumbnailUrl} />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_12rem] sm:items-center">
        <div className="min-w-0">
          <Link
            href={href}
            title={name}
            className="block truncate font-medium after:absolute after:inset-0 hover:text-accent hover:underline"
          >
            {name}
          </Link>
          <p className="truncate text-ink-soft text-small">
            {pageCount === null ? null : `${plural(pageCount, 'page')} · `}
            <RelativeTime at={document.createdAt} className="relative" />
            {createdBy || apiToken ? ` · ${authorName(createdBy, apiToken)}` : null}
            <span className="max-sm:hidden"> · {sizeInWords(document.sizeBytes)}</span>
          </p>
          {document.tags.length > 0 ? (
            <ul aria-label="Tags" className="mt-1 flex flex-wrap gap-1">
              {document.tags.map((tag) => (
                <li key={tag.id}>
                  <TagChip tag={tag} />
                </li>
              ))}
            </ul>
          ) : null}
          {problem ? <p className="text-bad text-small">{problem}</p> : null}
        </div>
        <div className="flex min-h-8 flex-col justify-center gap-1">
          <Badge {...(decidedState(document) ?? stateOfDocument(document))} />
          {keepsEarlierText(document) ? (
            <p className="text-ink-soft text-small">The earlier text is kept.</p>
          ) : null}
          {job && isUnderWay(job) ? (
            <ProgressBar label={`Progress of ${name}`} fraction={fractionDone(job)} />
          ) : null}
        </div>
      </div>
    </li>
  );
});

/** What was read as a whole is told by how far its review is, once that has begun. */
function decidedState({ job, review }: DocumentSummary) {
  return job?.status === 'succeeded' && review && review !== 'new' ? reviewStates[review] : null;
}

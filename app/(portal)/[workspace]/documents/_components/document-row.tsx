'use client';

import Link from 'next/link';
import { memo } from 'react';
import { Badge } from '#app/_ui/badge.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural, sizeInWords } from '#app/_ui/words.ts';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { fractionDone, isUnderWay, stateOfDocument } from './document-state.ts';
import { keepsEarlierText } from './document-text.ts';
import { Thumbnail } from './thumbnail.tsx';

export const DocumentRow = memo(function DocumentRow({
  href,
  document,
}: {
  href: string;
  document: DocumentSummary;
}) {
  const { name, job, problem, pageCount, createdBy } = document;
  return (
    <li className="relative flex items-center gap-4 px-3 py-3 hover:bg-well/50 sm:px-4">
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
            {createdBy ? ` · ${createdBy}` : null}
            <span className="max-sm:hidden"> · {sizeInWords(document.sizeBytes)}</span>
          </p>
          {problem ? <p className="text-bad text-small">{problem}</p> : null}
        </div>
        <div className="min-h-8 space-y-1">
          <Badge {...stateOfDocument(document)} />
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

'use client';

import { FileSearch } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { DocumentProgress } from '#lib/contracts/index.ts';
import { getJson } from '../../../../_components/get-json.ts';
import type { Change } from '../../../../_components/live-connection.ts';
import { useRefetch } from '../../../../_components/use-refetch.ts';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import { TrashedDocument } from '../../_components/trashed-document.tsx';
import { useDocumentProgress } from '../../_components/use-document-progress.ts';
import { usePageChoice } from '../../_components/use-page-choice.ts';
import { OpenReview } from './open-review.tsx';
import { type Overview, overviewSchema } from './overview.ts';
import { ReviewSkeleton } from './review-skeleton.tsx';
import { useSessionPool } from './saving/use-session-pool.ts';

type Props = { userId: string; initial: DocumentProgress; overview: Overview };

/** Picture and text of a document's pages, to be compared and corrected. */
export function ReviewScreen({ userId, initial, overview: initialOverview }: Props) {
  const { slug } = useWorkspace();
  const { progress, isGone, refresh } = useDocumentProgress(initial);
  const [overview, setOverview] = useState(initialOverview);
  const { document, pages } = progress;
  const pool = useSessionPool(userId, document.id);
  const choice = usePageChoice(pages.length);
  const page = pages[choice.page - 1];

  const refetch = useRefetch(document.id, async (changes) => {
    const path = `/api/documents/${document.id}/review`;
    const [answer, isRenewed] = await Promise.all([
      getJson(path, overviewSchema),
      pool?.renew(changedPages(changes)) ?? true,
    ]);
    if (answer.outcome === 'ok') setOverview(answer.data.pages);
    return answer.outcome !== 'failed' && isRenewed;
  });

  if (isGone) return <TrashedDocument documentId={document.id} name={document.name} onRestored={refresh} />;
  if (!page) {
    return (
      <EmptyState
        icon={FileSearch}
        level="h1"
        title="There is nothing to review yet"
        actions={
          <Link href={`/${slug}/documents/${document.id}`} className={buttonStyle({ variant: 'primary' })}>
            Go to the document
          </Link>
        }
      >
        <p>“{document.name}” has no pages that were read. Its own page says how far it is.</p>
      </EmptyState>
    );
  }
  if (!pool) return <ReviewSkeleton />;
  return (
    <OpenReview
      pool={pool}
      progress={progress}
      page={page}
      overview={overview}
      choice={choice}
      onChanged={() => {
        refresh();
        refetch();
      }}
    />
  );
}

function changedPages(changes: readonly Change[]): ReadonlySet<number> | 'all' {
  const numbers = changes.map((change) => (change === 'everything' ? undefined : change.page));
  const known = numbers.filter((number) => number !== undefined);
  return known.length < numbers.length ? 'all' : new Set(known);
}

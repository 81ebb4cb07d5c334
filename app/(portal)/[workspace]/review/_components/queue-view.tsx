'use client';

import { CircleCheck, SquarePen } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural } from '#app/_ui/words.ts';
import { type Person, type QueueFilter, queueQuery, type ReviewQueue } from '#lib/contracts/index.ts';
import { AssigneeSelect } from '../../_components/review/assignee-select.tsx';
import { reviewAddress } from '../../_components/review/review-address.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { assignDocuments } from '../actions.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRow } from './queue-row.tsx';
import { useQueue } from './use-queue.ts';

type Props = { initial: ReviewQueue; filter: QueueFilter; reviewers: readonly Person[] };

/** Documents that wait for a reviewer, and who is to review them. */
export function QueueView({ initial, filter, reviewers }: Props) {
  const { slug, may } = useWorkspace();
  const { queue, refresh, noteAssignee } = useQueue(initial, filter);
  const { entries, total, counts } = queue;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = entries.filter(({ documentId }) => picked.has(documentId));
  const isEveryChosen = chosen.length === entries.length;
  const [first] = entries;

  async function assign(documentIds: string[], assigneeId: string | null) {
    const result = await outcomeOf(() => assignDocuments({ workspace: slug, documentIds, assigneeId }));
    if (!result.ok) toast.error(result.error.message);
    else {
      const person = reviewers.find(({ id }) => id === assigneeId);
      setPicked(new Set());
      noteAssignee(documentIds, person ?? null);
      toast.success(assignedInWords(documentIds.length, person));
    }
    refresh();
  }

  return (
    <div className="space-y-4">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2">
        <h1 className="text-title">To review</h1>
        {first ? (
          <Link href={reviewAddress(slug, first, filter)} className={buttonStyle({ variant: 'primary' })}>
            <SquarePen aria-hidden className="size-4" />
            Open the first
          </Link>
        ) : null}
      </div>
      <QueueFilters filter={filter} counts={counts} reviewers={reviewers} />
      {entries.length === 0 ? (
        <NothingToReview isFiltered={queueQuery(filter).size > 0} />
      ) : (
        <section aria-label="Documents" className="space-y-2">
          <div className="flex min-h-11 items-center gap-x-3 px-3 text-ink-soft text-small sm:px-4">
            {may.write ? (
              <label className="mr-auto flex min-h-11 shrink-0 cursor-pointer items-center gap-3 sm:min-h-9">
                <input
                  type="checkbox"
                  checked={isEveryChosen}
                  ref={(box) => {
                    if (box) box.indeterminate = chosen.length > 0 && !isEveryChosen;
                  }}
                  onChange={() =>
                    setPicked(new Set(isEveryChosen ? [] : entries.map(({ documentId }) => documentId)))
                  }
                  className="size-4.5 accent-accent"
                />
                Choose all shown
              </label>
            ) : null}
            <p role="status" className={chosen.length > 0 ? 'max-sm:sr-only' : undefined}>
              {plural(total, 'document')}
              {total > entries.length ? `, of which these are the first ${entries.length}` : null}
            </p>
            {chosen.length > 0 ? (
              <AssignChosen
                count={chosen.length}
                reviewers={reviewers}
                onAssign={(id) =>
                  assign(
                    chosen.map(({ documentId }) => documentId),
                    id,
                  )
                }
              />
            ) : null}
          </div>
          <ul
            data-testid="queue"
            className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet"
          >
            {entries.map((entry) => (
              <QueueRow
                key={entry.documentId}
                entry={entry}
                href={reviewAddress(slug, entry, filter)}
                reviewers={reviewers}
                mayAssign={may.write}
                isChosen={picked.has(entry.documentId)}
                onChoose={(isChosen) => setPicked((before) => withMember(before, entry.documentId, isChosen))}
                onAssign={(id) => void assign([entry.documentId], id)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const NOBODY = 'nobody';

function AssignChosen({
  count,
  reviewers,
  onAssign,
}: {
  count: number;
  reviewers: readonly Person[];
  onAssign: (id: string | null) => void;
}) {
  return (
    <AssigneeSelect
      label="Give the chosen documents to"
      value={null}
      nobody={`Give ${count.toLocaleString('en')} to …`}
      reviewers={[...reviewers, { id: NOBODY, name: 'Nobody' }]}
      onChange={(id) => {
        if (id !== null) onAssign(id === NOBODY ? null : id);
      }}
      className="max-w-48 text-ink"
    />
  );
}

function NothingToReview({ isFiltered }: { isFiltered: boolean }) {
  const { slug } = useWorkspace();
  return (
    <div className="rounded-large border border-line bg-sheet shadow-sheet">
      <EmptyState
        icon={CircleCheck}
        title={isFiltered ? 'Nothing here with this filter' : 'Nothing waits for review'}
        actions={
          <Link href={isFiltered ? `/${slug}/review` : `/${slug}/documents`} className={buttonStyle()}>
            {isFiltered ? 'Show all documents to review' : 'Go to the documents'}
          </Link>
        }
      >
        {isFiltered ? null : <p>Documents come here as soon as a page of them has been read.</p>}
      </EmptyState>
    </div>
  );
}

function assignedInWords(count: number, person: Person | undefined): string {
  const documents = plural(count, 'document');
  return person
    ? `${documents} given to ${person.name}.`
    : `${documents} given back: nobody has to review it.`;
}

function withMember(before: ReadonlySet<string>, id: string, isMember: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (isMember) after.add(id);
  else after.delete(id);
  return after;
}

'use client';

import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural } from '#app/_ui/words.ts';
import { type ActionResult, TRASH_DAYS } from '#lib/contracts/index.ts';
import { useRefetch } from '../../../_components/use-refetch.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { deleteForGood, emptyTrash, restoreDocuments } from '../actions.ts';
import { type TrashEntry, TrashRow } from './trash-row.tsx';

type Question = { about: 'one'; entry: TrashEntry } | { about: 'all' };

/** What was moved to the trash, to be restored or deleted for good. */
export function TrashView({
  entries,
  skip,
  total,
}: {
  entries: readonly TrashEntry[];
  skip: number;
  total: number;
}) {
  const { slug, may } = useWorkspace();
  const router = useRouter();
  const [question, setQuestion] = useState<Question | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);
  const path = `/${slug}/documents`;
  const end = skip + entries.length;

  useRefetch('*', async (changes) => {
    if (changes.some((change) => change !== 'everything')) router.refresh();
    return true;
  });

  async function run(id: string, call: () => Promise<ActionResult<unknown>>, done: string) {
    setBusyId(id);
    const result = await outcomeOf(call);
    setBusyId(null);
    if (result.ok) toast.success(done);
    else toast.error(result.error.message);
    router.refresh();
  }

  return (
    <>
      <nav aria-label="Breadcrumb" className="text-small">
        <Link href={path} className="inline-flex min-h-6 items-center text-accent underline max-sm:min-h-11">
          Documents
        </Link>
      </nav>
      <div className="mb-4 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-title">Trash</h1>
        {may.write && total > 0 ? (
          <Button pending={busyId === 'all'} onClick={() => setQuestion({ about: 'all' })}>
            Empty the trash
          </Button>
        ) : null}
      </div>
      {total === 0 ? (
        <EmptyState icon={Trash2} title="The trash is empty">
          <p>Documents that are moved to the trash stay here for {TRASH_DAYS} days.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 text-ink-soft text-small">
            {plural(total, 'document')}. Each is deleted {TRASH_DAYS} days after it was moved here.
          </p>
          <ul className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
            {entries.map((entry) => (
              <TrashRow
                key={entry.id}
                entry={entry}
                isBusy={busyId === entry.id}
                onRestore={() =>
                  void run(
                    entry.id,
                    () => restoreDocuments({ workspace: slug, documentIds: [entry.id] }),
                    `“${entry.name}” is restored.`,
                  )
                }
                onDelete={() => setQuestion({ about: 'one', entry })}
              />
            ))}
          </ul>
          <div className="mt-4 flex justify-center gap-2">
            {skip > 0 ? (
              <Link href={`${path}/trash`} className={buttonStyle()}>
                First part
              </Link>
            ) : null}
            {end < total ? (
              <Link href={`${path}/trash?from=${end}`} className={buttonStyle()}>
                Next part
              </Link>
            ) : null}
          </div>
        </>
      )}
      <ConfirmDialog
        open={question?.about === 'one'}
        onOpenChange={() => setQuestion(null)}
        title="Delete this document for good?"
        confirmLabel="Delete for good"
        onConfirm={() => {
          if (question?.about !== 'one') return;
          const { id, name } = question.entry;
          const call = () => deleteForGood({ workspace: slug, documentIds: [id] });
          void run(id, call, `“${name}” is deleted.`);
        }}
        danger
      >
        <p>
          {question?.about === 'one' ? `“${question.entry.name}”` : 'It'} and all that was read and corrected
          in it cannot be restored afterwards.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={question?.about === 'all'}
        onOpenChange={() => setQuestion(null)}
        title="Empty the trash?"
        confirmLabel="Delete all for good"
        onConfirm={() => void run('all', () => emptyTrash({ workspace: slug }), 'The trash is empty.')}
        danger
      >
        <p>{plural(total, 'document')} cannot be restored afterwards.</p>
      </ConfirmDialog>
    </>
  );
}

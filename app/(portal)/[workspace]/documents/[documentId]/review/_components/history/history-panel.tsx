'use client';

import { History, RotateCcw } from 'lucide-react';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { Extraction } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../../../_components/workspace-context.tsx';
import { restoreRevision } from '../../actions.ts';
import { newName } from '../saving/kept-edits.ts';
import { joinRevisions } from './join-revisions.ts';
import { SittingEntry } from './sitting-entry.tsx';
import { useRevisions } from './use-revisions.ts';

type Props = {
  extraction: Extraction;
  /** The line at work, for its own history. */
  line: string | undefined;
  /** Where the line stands now, from 1; undefined when it is gone. */
  placeOfLine: (line: string) => number | undefined;
  onGoTo: (line: string) => void;
  /** Saves what waits first. @returns whether that worked */
  beforeRestore: () => Promise<boolean>;
  onRestored: (extraction: Extraction) => void;
};

/** Who changed what on a page and when, newest first; each state can be brought back. */
export function HistoryPanel({ extraction, line, placeOfLine, onGoTo, beforeRestore, onRestored }: Props) {
  const { documentId, pageNumber, revision } = extraction;
  const { slug, may } = useWorkspace();
  const { answer, retry } = useRevisions(documentId, pageNumber, revision);
  const [ofLine, setOfLine] = useState(false);
  const [restoring, setRestoring] = useState<number | null>(null);
  const [pending, startTransition] = useTransition();

  function restore(number: number) {
    setRestoring(number);
    startTransition(async () => {
      if (!(await beforeRestore())) {
        toast.error('Your last changes are not saved yet, so nothing was brought back. Try again then.');
        return;
      }
      const target = { workspace: slug, documentId, page: pageNumber, number, saveId: newName() };
      const result = await outcomeOf(() => restoreRevision(target));
      if (!result.ok) toast.error(result.error.message);
      else {
        onRestored(result.data);
        toast.success(
          number === 0 ? 'The page says again what the machine read.' : 'The page was brought back.',
        );
      }
    });
  }

  if (answer === null) return <Waiting />;
  if (answer.outcome !== 'ok') {
    return (
      <div className="space-y-3 p-4 text-small">
        <p>{answer.outcome === 'failed' ? answer.message : 'This page is gone.'}</p>
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      </div>
    );
  }
  const isOfLine = ofLine && line !== undefined;
  const shown = isOfLine
    ? answer.data.flatMap((entry) => {
        const changes = entry.changes.filter((change) => change.line === line);
        return changes.length > 0 ? [{ ...entry, changes }] : [];
      })
    : answer.data;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <label className="flex min-h-11 items-center gap-2 border-line border-b px-3 text-small lg:min-h-10">
        <input
          type="checkbox"
          checked={isOfLine}
          disabled={line === undefined}
          onChange={({ target }) => setOfLine(target.checked)}
          className="size-4 accent-accent"
        />
        Only the line at work
      </label>
      <ol className="min-h-0 flex-1 divide-y divide-line overflow-y-auto" data-testid="history">
        {joinRevisions(shown).map((sitting) => (
          <SittingEntry
            // The first of a sitting stays the same while others follow.
            key={sitting.revisions.at(-1)?.number}
            sitting={sitting}
            newest={revision}
            placeOfLine={placeOfLine}
            onGoTo={onGoTo}
            onRestore={may.write ? restore : undefined}
            restoring={pending ? restoring : null}
          />
        ))}
        <li className="flex flex-wrap items-center justify-between gap-2 p-3 text-small">
          <p>
            {revision === 0 ? 'Nobody has changed this page. ' : null}
            {isOfLine && shown.length === 0 && answer.data.length > 0
              ? 'Nobody has changed this line. '
              : null}
            It begins with what the machine read.
          </p>
          {may.write && revision > 0 ? (
            <Button size="small" pending={pending && restoring === 0} onClick={() => restore(0)}>
              <RotateCcw aria-hidden className="size-4" />
              Restore that
            </Button>
          ) : null}
        </li>
      </ol>
    </div>
  );
}

function Waiting() {
  return (
    <div className="space-y-3 p-4">
      <p role="status" className="flex items-center gap-2 text-ink-soft text-small">
        <History aria-hidden className="size-4" />
        The history is being loaded …
      </p>
      <Skeleton className="h-4 w-3/5" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  );
}

'use client';

import { History, RotateCcw } from 'lucide-react';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { Extraction, RevisionSummary } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../../../_components/workspace-context.tsx';
import { restoreRevision } from '../../actions.ts';
import { newName } from '../saving/kept-edits.ts';
import { useRevisions } from './use-revisions.ts';
import { WordDiff } from './word-diff.tsx';

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
      <label className="flex min-h-10 items-center gap-2 border-line border-b px-3 text-small">
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
        {shown.map((entry) => (
          <Entry
            key={entry.number}
            entry={entry}
            isNewest={entry.number === revision}
            placeOfLine={placeOfLine}
            onGoTo={onGoTo}
            onRestore={may.write ? () => restore(entry.number) : undefined}
            isRestoring={pending && restoring === entry.number}
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

const kinds: Record<RevisionSummary['kind'], string> = {
  edit: 'corrected',
  restore: 'brought an earlier state back',
  reading: 'took a newer reading',
  import: 'imported a file',
};

type EntryProps = {
  entry: RevisionSummary;
  isNewest: boolean;
  placeOfLine: (line: string) => number | undefined;
  onGoTo: (line: string) => void;
  onRestore: (() => void) | undefined;
  isRestoring: boolean;
};

/** Beyond this, the rest is counted. */
const MOST_CHANGES = 12;

function Entry({ entry, isNewest, placeOfLine, onGoTo, onRestore, isRestoring }: EntryProps) {
  const { number, kind, author, createdAt, changes } = entry;
  return (
    <li className="space-y-2 p-3 text-small">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="min-w-0 flex-1">
          <span className="font-semibold">{author ?? 'Somebody who left'}</span> {kinds[kind]}{' '}
          <RelativeTime at={createdAt} className="text-ink-soft" />
        </p>
        {isNewest ? (
          <span className="text-ink-soft">Now</span>
        ) : onRestore ? (
          <Button size="small" variant="quiet" pending={isRestoring} onClick={onRestore}>
            <RotateCcw aria-hidden className="size-4" />
            Restore<span className="sr-only"> revision {number}</span>
          </Button>
        ) : null}
      </div>
      {changes.length === 0 ? (
        <p className="text-ink-soft">No text changed: words were confirmed, or lines moved.</p>
      ) : null}
      <ul className="space-y-2">
        {changes.slice(0, MOST_CHANGES).map(({ line, before, after }) => {
          const place = placeOfLine(line);
          return (
            <li key={line} className="border-line border-l-2 pl-2">
              {place === undefined ? null : (
                <button
                  type="button"
                  onClick={() => onGoTo(line)}
                  className="min-h-6 text-accent text-fine underline"
                >
                  Line {place}
                </button>
              )}
              <WordDiff before={before ?? ''} after={after ?? ''} />
            </li>
          );
        })}
      </ul>
      {changes.length > MOST_CHANGES ? (
        <p className="text-ink-soft">and {changes.length - MOST_CHANGES} more lines</p>
      ) : null}
    </li>
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

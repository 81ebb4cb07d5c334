'use client';

import { ChevronRight, RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural } from '#app/_ui/words.ts';
import type { RevisionSummary } from '#lib/contracts/index.ts';
import { authorName } from '../../../../../_components/review/author-name.ts';
import type { Sitting } from './join-revisions.ts';
import { WordDiff } from './word-diff.tsx';

const kinds: Record<RevisionSummary['kind'], string> = {
  edit: 'corrected',
  restore: 'brought an earlier state back',
  reading: 'took a newer reading',
  import: 'imported a file',
};

type Props = {
  sitting: Sitting;
  /** Number of the page's newest revision. */
  newest: number;
  placeOfLine: (line: string) => number | undefined;
  onGoTo: (line: string) => void;
  onRestore: ((number: number) => void) | undefined;
  restoring: number | null;
};

/** What somebody did in one go; its single saves are there for whoever opens it. */
export function SittingEntry({ sitting, ...page }: Props) {
  const { revisions, changes } = sitting;
  const [last, ...before] = revisions;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <li className="space-y-2 p-3 text-small">
      <Heading revision={last} {...page} />
      <LineChanges changes={changes} {...page} />
      {before.length > 0 ? (
        <Button
          size="small"
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
          className="-ml-2"
        >
          <ChevronRight aria-hidden className={classNames('size-4', isOpen && 'rotate-90')} />
          {plural(revisions.length, 'save')}
        </Button>
      ) : null}
      {isOpen ? (
        <ol id={listId} className="space-y-3 border-line border-l pl-3">
          {revisions.map((revision) => (
            <li key={revision.number} className="space-y-2">
              <Heading revision={revision} {...page} />
              <LineChanges changes={revision.changes} {...page} />
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  );
}

type HeadingProps = Pick<Props, 'newest' | 'onRestore' | 'restoring'> & { revision: RevisionSummary };

function Heading({ revision, newest, onRestore, restoring }: HeadingProps) {
  const { number, kind, author, apiToken, createdAt } = revision;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{authorName(author, apiToken)}</span> {kinds[kind]}{' '}
        <RelativeTime at={createdAt} className="text-ink-soft" />
      </p>
      {number === newest ? (
        <span className="text-ink-soft">Now</span>
      ) : onRestore ? (
        <Button size="small" variant="quiet" pending={restoring === number} onClick={() => onRestore(number)}>
          <RotateCcw aria-hidden className="size-4" />
          Restore<span className="sr-only"> revision {number}</span>
        </Button>
      ) : null}
    </div>
  );
}

/** Beyond this, the rest is counted. */
const MOST_CHANGES = 12;

type ChangesProps = Pick<Props, 'placeOfLine' | 'onGoTo'> & Pick<Sitting, 'changes'>;

function LineChanges({ changes, placeOfLine, onGoTo }: ChangesProps) {
  if (changes.length === 0) {
    return <p className="text-ink-soft">No text changed: words were confirmed, or lines moved.</p>;
  }
  return (
    <>
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
    </>
  );
}

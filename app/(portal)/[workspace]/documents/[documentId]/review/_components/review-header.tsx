'use client';

import { History, Keyboard, MessageSquare } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import type { SidePane } from './use-desk.ts';

type Props = {
  name: string;
  documentsPath: string;
  documentPath: string;
  saveState: ReactNode;
  /** The people of it: who is here, who is to review it. */
  people: ReactNode;
  /** Of this document, not resolved. */
  openComments: number;
  side: SidePane | null;
  onSide: (side: SidePane) => void;
  onHelp: () => void;
};

const link = 'inline-flex min-h-6 items-center text-accent underline max-sm:min-h-11';

/** Where the reviewer is, whether the work is stored, and what opens beside it. */
export function ReviewHeader(props: Props) {
  const { name, documentsPath, documentPath, saveState, people, openComments, side, onSide, onHelp } = props;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sheet px-4 py-1.5 max-sm:gap-x-2 max-sm:py-0.5">
      <div className="flex min-w-0 flex-1 basis-24 items-baseline gap-2 sm:max-lg:basis-48">
        <nav aria-label="Breadcrumb" className="flex min-w-0 items-baseline gap-2 text-small">
          <Link href={documentsPath} className={classNames(link, 'max-lg:sr-only')}>
            Documents
          </Link>
          <span aria-hidden className="text-ink-soft max-lg:hidden">
            /
          </span>
          <Link href={documentPath} title={name} className={classNames(link, 'min-w-0')}>
            <span className="max-w-96 truncate">{name}</span>
          </Link>
          <span aria-hidden className="text-ink-soft max-sm:hidden">
            /
          </span>
        </nav>
        <h1 className="text-large max-sm:sr-only">
          Review<span className="sr-only"> of {name}</span>
        </h1>
      </div>
      {saveState}
      <div className="flex flex-wrap items-center gap-1 max-sm:-mr-2 max-sm:gap-0">
        {people}
        <Button
          size="small"
          variant="quiet"
          title="Comments"
          aria-pressed={side === 'comments'}
          onClick={() => onSide('comments')}
          className={side === 'comments' ? 'bg-accent-wash' : undefined}
        >
          <MessageSquare aria-hidden className="size-4" />
          <span className="max-lg:sr-only">Comments</span>
          {openComments > 0 ? <span className="tabular-nums">({openComments})</span> : null}
        </Button>
        <Button
          size="small"
          variant="quiet"
          title="History"
          aria-pressed={side === 'history'}
          onClick={() => onSide('history')}
          className={side === 'history' ? 'bg-accent-wash' : undefined}
        >
          <History aria-hidden className="size-4" />
          <span className="max-lg:sr-only">History</span>
        </Button>
        <Button size="small" variant="quiet" title="Keys" onClick={onHelp} className="max-sm:hidden">
          <Keyboard aria-hidden className="size-4" />
          <span className="max-lg:sr-only">Keys</span>
        </Button>
      </div>
    </header>
  );
}

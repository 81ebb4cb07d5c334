'use client';

import Link from 'next/link';
import { useCallback, useEffect, useRef } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { plural } from '#app/_ui/words.ts';
import { isNarrowed } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { DocumentRow } from './document-row.tsx';
import type { DocumentsPart } from './fetch-documents.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { FirstSteps } from './first-steps.tsx';
import { FolderBar } from './folders/folder-bar.tsx';
import { useLibrary } from './library-context.tsx';
import { ListHead } from './list-head.tsx';
import { NothingHere } from './nothing-here.tsx';
import { SelectionBar } from './selection/selection-bar.tsx';
import { useSelection } from './selection/use-selection.ts';
import { useDocuments } from './use-documents.ts';

export function DocumentList({ initial }: { initial: DocumentsPart }) {
  const { slug, may } = useWorkspace();
  const { filters } = useLibrary();
  const { documents, total, hasMore, isLoadingMore, loadMore } = useDocuments(initial);
  const selection = useSelection(documents.map(({ id }) => id));
  const { ids, isAll, tickShown } = selection;
  // Rows are remembered: they get a function that stays the same.
  const newest = useRef(selection.tick);
  useEffect(() => {
    newest.current = selection.tick;
  });
  const tick = useCallback((id: string, isOn: boolean, isRange: boolean) => {
    newest.current(id, isOn, isRange);
  }, []);

  if (documents.length === 0 && !isNarrowed(filters)) {
    return (
      <>
        <FirstSteps />
        <p className="mt-4 text-center text-small">
          <Link
            href={`/${slug}/documents/trash`}
            className="inline-flex min-h-11 items-center text-accent underline"
          >
            Look into the trash
          </Link>
        </p>
      </>
    );
  }
  const isEveryShown = documents.length > 0 && ids.length === documents.length;
  return (
    <>
      <ListHead />
      <FolderBar />
      <FilterBar />
      {documents.length === 0 ? (
        <NothingHere />
      ) : (
        <>
          <div className="flex min-h-11 items-center justify-between px-3 text-ink-soft text-small sm:min-h-9 sm:px-4">
            <label className="flex min-h-11 cursor-pointer items-center gap-3 sm:min-h-9">
              <input
                type="checkbox"
                checked={isEveryShown}
                ref={(box) => {
                  if (box) box.indeterminate = ids.length > 0 && !isEveryShown;
                }}
                onChange={() => tickShown(!isEveryShown)}
                className="size-4.5 accent-accent"
              />
              Choose all shown
            </label>
            <p>{plural(total, 'document')}</p>
          </div>
          <ul className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
            {documents.map((document) => (
              <DocumentRow
                key={document.id}
                href={`/${slug}/documents/${document.id}`}
                document={document}
                isChosen={isAll || selection.has(document.id)}
                onTick={tick}
              />
            ))}
          </ul>
          {hasMore ? (
            <div className="mt-4 text-center">
              <Button pending={isLoadingMore} onClick={() => void loadMore()}>
                Load more
              </Button>
            </div>
          ) : null}
          <SelectionBar selection={selection} documents={documents} total={total} />
        </>
      )}
      {may.write ? (
        <p className="mt-4 text-ink-soft text-small max-sm:hidden">
          You can also drop files anywhere in this window, or paste a picture.
        </p>
      ) : null}
    </>
  );
}

'use client';

import { FolderOpen, SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { useLibrary } from './library-context.tsx';
import { viewAddress } from './view-address.ts';

/** Instead of a list that the view leaves empty: which of its filters may be why. */
export function NothingHere() {
  const { slug } = useWorkspace();
  const { filters, tags, folders } = useLibrary();
  const { sort: _, folder, ...others } = filters;
  const isOnlyFolder = Object.keys(others).length === 0;
  const isFolderGone = folder && folder !== 'none' && folders.every(({ id }) => id !== folder);
  const isTagGone = filters.tag && tags.every(({ id }) => id !== filters.tag);
  return (
    <EmptyState
      icon={isOnlyFolder ? FolderOpen : SearchX}
      title={isOnlyFolder && !isFolderGone ? 'No documents in this folder' : 'No documents match'}
      actions={
        <Link href={viewAddress(slug)} className={buttonStyle()}>
          Show all documents
        </Link>
      }
    >
      {isFolderGone ? <p>The folder of this view does not exist any more.</p> : null}
      {isTagGone ? <p>The tag of this view does not exist any more.</p> : null}
      {isFolderGone || isTagGone ? null : (
        <p>
          {isOnlyFolder
            ? 'Choose documents in the list of all documents and move them here.'
            : 'Nothing fits all filters of this view at once. Take one of them away.'}
        </p>
      )}
    </EmptyState>
  );
}

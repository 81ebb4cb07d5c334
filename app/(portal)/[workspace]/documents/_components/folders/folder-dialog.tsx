'use client';

import { FolderClosed, FolderMinus } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { useLibrary } from '../library-context.tsx';
import { folderTree, folderWay } from './folder-way.ts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** A folder that cannot be chosen, nor what is in it. */
  without?: string;
  /** What no folder is called. */
  noneLabel: string;
  onChoose: (folderId: string | null) => void;
};

/** Asks for one folder of the tree. */
export function FolderDialog({ open, onOpenChange, title, without, noneLabel, onChoose }: Props) {
  const { folders } = useLibrary();
  const choices = folderTree(folders).filter(
    ({ folder }) => !without || folderWay(folders, folder.id).every(({ id }) => id !== without),
  );
  function choose(folderId: string | null) {
    onOpenChange(false);
    onChoose(folderId);
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} className="max-w-md">
      <ul className="-mx-2 space-y-0.5">
        <li>
          <Button variant="quiet" className="w-full justify-start px-2" onClick={() => choose(null)}>
            <FolderMinus aria-hidden className="size-4 text-ink-soft" />
            {noneLabel}
          </Button>
        </li>
        {choices.map(({ folder, level }) => (
          <li key={folder.id} style={{ paddingInlineStart: `${level * 1.25}rem` }}>
            <Button
              variant="quiet"
              className="w-full min-w-0 justify-start px-2"
              onClick={() => choose(folder.id)}
            >
              <FolderClosed aria-hidden className="size-4 text-accent" />
              <span className="truncate">{folder.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {choices.length === 0 ? (
        <p className="mt-3 text-ink-soft text-small">There are no other folders yet.</p>
      ) : null}
    </Dialog>
  );
}

'use client';

import { ChevronRight, Ellipsis, FolderClosed, FolderInput, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Menu, MenuItem } from '#app/_ui/menu.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { ActionResult, DocumentFilters } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { changeFolder, createFolder, deleteFolder } from '../../library-actions.ts';
import { useLibrary } from '../library-context.tsx';
import { viewAddress } from '../view-address.ts';
import { FolderDialog } from './folder-dialog.tsx';
import { folderWay } from './folder-way.ts';
import { NameDialog } from './name-dialog.tsx';

type Question = 'create' | 'rename' | 'move' | 'delete' | null;

/** Where in the folders the list stands: the way here, the folders in it, and what can be done with it. */
export function FolderBar() {
  const { slug, may } = useWorkspace();
  const { filters, folders } = useLibrary();
  const router = useRouter();
  const [question, setQuestion] = useState<Question>(null);
  const close = () => setQuestion(null);
  const way = folderWay(folders, filters.folder);
  const here = way.at(-1);
  const inside = folders.filter((folder) => folder.parentId === (here?.id ?? null));
  if (filters.folder === 'none' || (folders.length === 0 && !may.write)) return null;
  const address = (folder?: string) => viewAddress(slug, withFolder(filters, folder));

  async function run(call: () => Promise<ActionResult<unknown>>, to?: string) {
    const result = await outcomeOf(call);
    if (!result.ok) return toast.error(result.error.message);
    if (to) router.push(to);
    router.refresh();
  }

  return (
    <div className="max-sm:-mx-4 mb-3 flex items-center gap-x-2 gap-y-1 text-small max-sm:fading-row max-sm:px-4 max-sm:py-0.5 max-sm:*:shrink-0 sm:flex-wrap">
      {way.length > 0 ? (
        <nav aria-label="Folders up to here" className="flex min-w-0 items-center gap-x-1 sm:flex-wrap">
          <Crumb href={address()} name="All documents" />
          {way.map((folder) => (
            <span key={folder.id} className="flex min-w-0 items-center gap-x-1">
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft" />
              {folder === here ? (
                <span aria-current="page" className="max-w-56 truncate font-medium">
                  {folder.name}
                </span>
              ) : (
                <Crumb href={address(folder.id)} name={folder.name} />
              )}
            </span>
          ))}
        </nav>
      ) : null}
      {inside.length > 0 ? (
        <ul
          aria-label={here ? `Folders in ${here.name}` : 'Folders'}
          className="flex min-w-0 gap-1.5 sm:flex-wrap"
        >
          {inside.map((folder) => (
            <li key={folder.id} className="min-w-0">
              <Link
                href={address(folder.id)}
                className="inline-flex min-h-11 max-w-56 items-center gap-2 rounded-normal border border-line bg-sheet px-3 hover:border-edge hover:bg-well sm:min-h-8"
              >
                <FolderClosed aria-hidden className="size-4 shrink-0 text-accent" />
                <span className="truncate">{folder.name}</span>
                <span className="text-ink-soft">
                  {folder.documents.toLocaleString('en')}
                  <span className="sr-only"> documents</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {may.write ? (
        <Button size="small" variant="quiet" onClick={() => setQuestion('create')}>
          <FolderPlus aria-hidden className="size-4" />
          New folder
        </Button>
      ) : null}
      {may.write && here ? (
        <Menu
          trigger={
            <Button size="icon" variant="quiet" aria-label={`More to do with the folder ${here.name}`}>
              <Ellipsis aria-hidden className="size-5" />
            </Button>
          }
        >
          <MenuItem onSelect={() => setQuestion('rename')}>
            <Pencil aria-hidden />
            Rename the folder
          </MenuItem>
          <MenuItem onSelect={() => setQuestion('move')}>
            <FolderInput aria-hidden />
            Move the folder
          </MenuItem>
          <MenuItem className="text-bad" onSelect={() => setQuestion('delete')}>
            <Trash2 aria-hidden />
            Delete the folder
          </MenuItem>
        </Menu>
      ) : null}
      <NameDialog
        open={question === 'create'}
        onOpenChange={close}
        title={here ? `New folder in “${here.name}”` : 'New folder'}
        label="Name of the folder"
        submitLabel="Create"
        save={(name) => createFolder({ workspace: slug, name, parentId: here?.id ?? null })}
      />
      {here ? (
        <>
          <NameDialog
            open={question === 'rename'}
            onOpenChange={close}
            title="Rename the folder"
            label="Name of the folder"
            initial={here.name}
            submitLabel="Rename"
            save={(name) => changeFolder({ workspace: slug, folderId: here.id, name })}
          />
          <FolderDialog
            open={question === 'move'}
            onOpenChange={close}
            title={`Move “${here.name}”`}
            without={here.id}
            noneLabel="The top"
            onChoose={(parentId) =>
              void run(() => changeFolder({ workspace: slug, folderId: here.id, parentId }))
            }
          />
          <ConfirmDialog
            open={question === 'delete'}
            onOpenChange={close}
            title={`Delete the folder “${here.name}”?`}
            confirmLabel="Delete the folder"
            onConfirm={() =>
              void run(
                () => deleteFolder({ workspace: slug, folderId: here.id, keepContent: true }),
                address(here.parentId ?? undefined),
              )
            }
            danger
          >
            <p>
              {here.documents > 0 || inside.length > 0
                ? `Its documents and folders are kept: they move up to ${way.at(-2) ? `“${way.at(-2)?.name}”` : 'the top'}.`
                : 'It is empty.'}
            </p>
          </ConfirmDialog>
        </>
      ) : null}
    </div>
  );
}

function withFolder({ folder: _, ...rest }: DocumentFilters, folder: string | undefined): DocumentFilters {
  return folder ? { ...rest, folder } : rest;
}

function Crumb({ href, name }: { href: string; name: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-11 max-w-56 items-center truncate text-accent underline sm:min-h-8"
    >
      {name}
    </Link>
  );
}

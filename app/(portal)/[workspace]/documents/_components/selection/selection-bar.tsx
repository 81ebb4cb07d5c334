'use client';

import { FileOutput, FolderInput, RefreshCw, Tag, Trash2, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Spinner } from '#app/_ui/spinner.tsx';
import { plural } from '#app/_ui/words.ts';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { ExportDialog } from '../../../_components/export-dialog.tsx';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { FolderDialog } from '../folders/folder-dialog.tsx';
import { TagDialog } from '../tags/tag-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

type Question = 'tag' | 'move' | 'again' | 'assign' | 'trash' | null;

type Props = {
  selection: Selection;
  documents: readonly DocumentSummary[];
  /** Documents of the view, shown or not. */
  total: number;
};

/** What can be done with the chosen documents; stays at the lower edge while the list scrolls. */
export function SelectionBar({ selection, documents, total }: Props) {
  const { may } = useWorkspace();
  const bulk = useBulk(selection);
  const [question, setQuestion] = useState<Question>(null);
  const [exported, setExported] = useState<readonly string[] | null>(null);
  const close = () => setQuestion(null);
  const { ids, isAll } = selection;
  if (ids.length === 0) return null;
  const count = isAll ? total : ids.length;
  const what = plural(count, 'document');

  return (
    <section
      aria-label="Chosen documents"
      className="sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-x-1 gap-y-1 rounded-large border border-edge bg-sheet px-3 py-2 shadow-lift"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && !question) selection.clear();
      }}
    >
      <p aria-live="polite" className="mr-2 font-medium text-small">
        {count.toLocaleString('en')} chosen
      </p>
      {!isAll && ids.length === documents.length && total > ids.length ? (
        <Button size="small" variant="quiet" className="text-accent" onClick={selection.chooseAll}>
          Choose all {total.toLocaleString('en')}
        </Button>
      ) : null}
      <div className="grid auto-cols-fr grid-flow-col max-sm:order-last max-sm:w-full sm:flex sm:flex-wrap sm:gap-1">
        {may.write ? (
          <>
            <BarButton icon={Tag} label="Tag" onClick={() => setQuestion('tag')} />
            <BarButton icon={FolderInput} label="Move" onClick={() => setQuestion('move')} />
            <BarButton icon={UserRound} label="Assign" onClick={() => setQuestion('assign')} />
            <BarButton icon={RefreshCw} label="Read again" onClick={() => setQuestion('again')} />
          </>
        ) : null}
        <BarButton icon={FileOutput} label="Export" onClick={() => void bulk.allIds().then(setExported)} />
        {may.write ? (
          <BarButton
            icon={Trash2}
            label="Move to trash"
            className="text-bad"
            onClick={() => (isAll ? setQuestion('trash') : void bulk.trash())}
          />
        ) : null}
      </div>
      {bulk.isBusy ? <Spinner /> : null}
      <Button
        size="icon"
        variant="quiet"
        aria-label="Choose none"
        className="ml-auto"
        onClick={selection.clear}
      >
        <X aria-hidden className="size-5" />
      </Button>
      <TagDialog
        open={question === 'tag'}
        onOpenChange={close}
        what={what}
        documents={documents.filter(({ id }) => ids.includes(id))}
        onApply={(change) => void bulk.tag(change)}
      />
      <FolderDialog
        open={question === 'move'}
        onOpenChange={close}
        title={`Move ${what} to`}
        noneLabel="No folder"
        onChoose={(folderId) => void bulk.move(folderId)}
      />
      <AssignDialog
        open={question === 'assign'}
        onOpenChange={close}
        what={what}
        onChoose={(assigneeId) => void bulk.assign(assigneeId)}
      />
      <ExportDialog
        open={exported !== null}
        onOpenChange={() => setExported(null)}
        what={what}
        scope={{ documentIds: exported ?? [] }}
      />
      <ConfirmDialog
        open={question === 'again'}
        onOpenChange={close}
        title={`Read ${what} again?`}
        confirmLabel="Read again"
        onConfirm={() => void bulk.readAgain()}
      >
        <p>Each is read in the languages of its last time. Corrections are kept.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={question === 'trash'}
        onOpenChange={close}
        title={`Move ${what} to the trash?`}
        confirmLabel="Move to trash"
        onConfirm={() => void bulk.trash()}
        danger
      >
        <p>All documents of this view, also those that are not shown. They can be restored for 30 days.</p>
      </ConfirmDialog>
    </section>
  );
}

function BarButton({
  icon: Icon,
  label,
  className,
  onClick,
}: {
  icon: typeof Tag;
  label: string;
  className?: string;
  onClick: () => void;
}) {
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={onClick}
      className={classNames(
        'max-sm:min-w-0 max-sm:flex-col max-sm:justify-start max-sm:gap-1 max-sm:px-0.5 max-sm:py-2 max-sm:text-fine max-sm:leading-4',
        className,
      )}
    >
      <Icon aria-hidden className="size-4" />
      {label}
    </Button>
  );
}

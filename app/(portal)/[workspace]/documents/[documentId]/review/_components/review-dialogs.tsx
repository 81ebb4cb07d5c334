'use client';

import type { DocumentSummary } from '#lib/contracts/index.ts';
import { ExportDialog } from '../../../../_components/export-dialog.tsx';
import { ImportDialog } from '../../_components/import/import-dialog.tsx';
import { ReadAgainDialog } from './read-again-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { ConflictDialog } from './saving/conflict-dialog.tsx';
import { openConflicts } from './saving/settle-conflict.ts';
import { HelpDialog } from './shortcuts/help-dialog.tsx';
import type { useDesk } from './use-desk.ts';

type Props = {
  desk: ReturnType<typeof useDesk>;
  document: DocumentSummary;
  page: number;
  onChanged: () => void;
};

/** The sheets over the review screen, one at a time. */
export function ReviewDialogs({ desk, document, page, onChanged }: Props) {
  const { dialog, setDialog, session } = desk;
  const { edits } = desk.snapshot;
  const close = () => setDialog(null);
  if (dialog === 'help') return <HelpDialog keys={desk.keys} onClose={close} />;
  if (dialog === 'reject') {
    return <RejectDialog page={page} onClose={close} onReject={desk.decisions.reject} />;
  }
  if (dialog === 'again') {
    const language = document.job?.languages[0];
    return (
      <ReadAgainDialog {...{ documentId: document.id, page, language }} onClose={close} onBegun={onChanged} />
    );
  }
  if (dialog === 'import') {
    const renew = () => void session.renew();
    return <ImportDialog documentId={document.id} page={page} onClose={close} onImported={renew} />;
  }
  if (dialog === 'export') {
    const { id, name, pageCount } = document;
    return (
      <ExportDialog open onOpenChange={close} what={`“${name}”`} scope={{ documentIds: [id], pageCount }} />
    );
  }
  if (dialog === 'conflict' && edits?.conflict) {
    return (
      <ConflictDialog
        conflicts={openConflicts(edits)}
        onClose={close}
        onSettle={(choices) => {
          session.settle(choices);
          close();
        }}
      />
    );
  }
  return null;
}

'use client';

import { RejectDialog } from './reject-dialog.tsx';
import { ConflictDialog } from './saving/conflict-dialog.tsx';
import { openConflicts } from './saving/settle-conflict.ts';
import { HelpDialog } from './shortcuts/help-dialog.tsx';
import type { useDesk } from './use-desk.ts';

/** The sheets over the review screen, one at a time. */
export function ReviewDialogs({ desk, page }: { desk: ReturnType<typeof useDesk>; page: number }) {
  const { dialog, setDialog, session } = desk;
  const { edits } = desk.snapshot;
  const close = () => setDialog(null);
  if (dialog === 'help') return <HelpDialog keys={desk.keys} onClose={close} />;
  if (dialog === 'reject') {
    return <RejectDialog page={page} onClose={close} onReject={desk.decisions.reject} />;
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

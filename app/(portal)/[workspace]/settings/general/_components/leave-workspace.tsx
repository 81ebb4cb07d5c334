'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { leaveWorkspace } from '../actions.ts';
import { useLeaving } from './use-leaving.ts';

export function LeaveWorkspace({ isOnlyOwner }: { isOnlyOwner: boolean }) {
  const { slug, name } = useWorkspace();
  const [isAsking, setIsAsking] = useState(false);
  const { pending, leave } = useLeaving(() => leaveWorkspace({ workspace: slug }));
  if (isOnlyOwner) {
    return (
      <p className="text-small">
        You are the only owner, so you cannot leave yet. Make somebody else owner first, or delete the
        workspace.
      </p>
    );
  }
  return (
    <>
      <Button pending={pending} onClick={() => setIsAsking(true)} className="max-sm:w-full">
        Leave the workspace
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Leave ${name}?`}
        confirmLabel="Leave"
        onConfirm={leave}
        danger
      >
        <p>Only somebody who stays can invite you again. What you were to review is free for others.</p>
      </ConfirmDialog>
    </>
  );
}

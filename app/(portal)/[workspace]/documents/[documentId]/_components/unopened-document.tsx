'use client';

import { Lock } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { useUnlocking } from './use-unlocking.ts';
import { ViewerSkeleton } from './viewer-skeleton.tsx';

/**
 * A document that is being opened or that opens with a password only. Both in one, so that the form stays in its
 * place while the password that was entered in it is tried.
 */
export function UnopenedDocument({
  document,
  onChanged,
}: {
  document: DocumentSummary;
  onChanged: () => void;
}) {
  const { may } = useWorkspace();
  const unlocking = useUnlocking(document, onChanged);
  if (!document.locked && !unlocking.isUnderWay)
    return <ViewerSkeleton words="The document is being opened" />;
  return (
    <div className="rounded-large border border-line bg-sheet">
      <EmptyState icon={Lock} title="This document is locked">
        {may.write ? (
          <>
            <p>{(unlocking.wasSent ? null : document.problem) ?? 'It opens with its password only.'}</p>
            <UnlockForm {...unlocking} />
          </>
        ) : (
          <p>
            It opens with its password only. The owners, admins and editors of this workspace can enter it
            here.
          </p>
        )}
      </EmptyState>
    </div>
  );
}

function UnlockForm({ form, submit, notice, fieldProblem, isUnderWay }: ReturnType<typeof useUnlocking>) {
  return (
    <form
      ref={form}
      action={submit}
      className="mx-auto w-full max-w-sm space-y-4 pt-4 text-left text-ink"
      noValidate
    >
      <FormNotice message={notice} />
      <PasswordField
        label="Password of the PDF"
        hint="It opens the file once and is not kept."
        name="password"
        autoComplete="off"
        problem={isUnderWay ? undefined : fieldProblem}
        required
      />
      <Button type="submit" variant="primary" pending={isUnderWay} className="w-full">
        Unlock and read
      </Button>
      <p role="status" className="sr-only">
        {isUnderWay ? 'The password is being tried.' : ''}
      </p>
    </form>
  );
}

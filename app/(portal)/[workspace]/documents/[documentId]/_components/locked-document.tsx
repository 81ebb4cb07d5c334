'use client';

import { Lock } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PasswordField } from '#app/_ui/password-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { unlockDocument } from '../../actions.ts';

/** A PDF that opens with a password only, and the place to enter it. */
export function LockedDocument({
  document,
  onChanged,
}: {
  document: DocumentSummary;
  onChanged: () => void;
}) {
  const { may } = useWorkspace();
  return (
    <div className="rounded-large border border-line bg-sheet">
      <EmptyState icon={Lock} title="This document is locked">
        <p>{document.problem}</p>
        {may.write ? <UnlockForm documentId={document.id} onChanged={onChanged} /> : null}
      </EmptyState>
    </div>
  );
}

function UnlockForm({ documentId, onChanged }: { documentId: string; onChanged: () => void }) {
  const { slug } = useWorkspace();
  const { problem, notice, submit, pending, form } = useFormAction(
    ['password'],
    ({ password }) => unlockDocument({ workspace: slug, documentId, password }),
    onChanged,
  );
  return (
    <form
      ref={form}
      action={submit}
      className="mx-auto w-full max-w-sm space-y-4 pt-4 text-left text-ink"
      noValidate
    >
      {notice ? (
        <Notice tone="bad" announce>
          <p>{notice}</p>
        </Notice>
      ) : null}
      <PasswordField
        label="Password of the PDF"
        hint="It opens the file once and is not kept."
        name="password"
        autoComplete="off"
        problem={problem?.fields?.password}
        required
      />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Unlock and read
      </Button>
    </form>
  );
}

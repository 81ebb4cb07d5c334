'use client';

import { useEffect, useState } from 'react';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { unlockDocument } from '../../actions.ts';

/**
 * The form that sends a document's password, and what comes of it. The answer to sending comes before the file has
 * been opened: that shows in the document, which has a newer job from then on.
 */
export function useUnlocking(document: DocumentSummary, onChanged: () => void) {
  const { slug } = useWorkspace();
  /** The newest job when a password was last sent from here. */
  const [jobBefore, setJobBefore] = useState<string>();
  const { problem, notice, submit, pending, form } = useFormAction(
    ['password'],
    async ({ password }) => {
      const result = await unlockDocument({ workspace: slug, documentId: document.id, password });
      if (result.ok) setJobBefore(document.job?.id);
      return result;
    },
    onChanged,
  );
  const wasSent = jobBefore !== undefined;
  const isWaiting = wasSent && (document.state === 'inspecting' || document.job?.id === jobBefore);
  const isUnderWay = pending || isWaiting;
  const outcome = wasSent && !isUnderWay ? document.problem : null;

  useEffect(() => {
    if (outcome) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome, form]);
  return {
    fieldProblem: problem?.fields?.password ?? outcome ?? undefined,
    notice,
    submit,
    isUnderWay,
    wasSent,
    form,
  };
}

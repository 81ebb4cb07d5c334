'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { ActionResult, DocumentSummary } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { cancelJob, rerunDocument, retryFailedPages } from '../../actions.ts';
import { trashDocuments } from '../../trash/actions.ts';
import { toastTrashed } from '../../trash/toast-trashed.tsx';

type Verb = 'cancel' | 'retry' | 'again' | 'delete';

/** The actions on a whole document: one at a time, each problem said, the page renewed afterwards. */
export function useDocumentVerbs({ id, name }: DocumentSummary, onChanged: () => void) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [verb, setVerb] = useState<Verb>();
  const [pending, startTransition] = useTransition();
  const target = { workspace: slug, documentId: id };

  function run(next: Verb, call: () => Promise<ActionResult<unknown>>, onSuccess: () => void) {
    setVerb(next);
    startTransition(async () => {
      const result = await outcomeOf(call);
      if (result.ok) onSuccess();
      else toast.error(result.error.message);
    });
  }
  return {
    running: pending ? verb : undefined,
    cancel: () => run('cancel', () => cancelJob(target), onChanged),
    retryFailed: () => run('retry', () => retryFailedPages(target), onChanged),
    /** Without a language, in that of the last time. */
    readAgain: (language: string | undefined) =>
      run('again', () => rerunDocument({ ...target, language }), onChanged),
    remove: () =>
      run(
        'delete',
        () => trashDocuments({ workspace: slug, choice: { documentIds: [id] } }),
        () => {
          toastTrashed(slug, [id], `“${name}” is in the trash.`);
          router.push(`/${slug}/documents`);
        },
      ),
  };
}

'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural } from '#app/_ui/words.ts';
import type { ActionResult, DocumentChoice } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { assignDocuments } from '../../../review/actions.ts';
import { moveDocuments, rerunDocuments, tagDocuments } from '../../library-actions.ts';
import { trashDocuments } from '../../trash/actions.ts';
import { toastTrashed } from '../../trash/toast-trashed.tsx';
import { fetchIds } from '../fetch-documents.ts';
import { useLibrary } from '../library-context.tsx';
import type { Selection } from './use-selection.ts';

/** What one call assigns. */
const ASSIGNED_AT_ONCE = 500;

/** The actions on all chosen documents: one at a time, and what came of it said in words. */
export function useBulk({ ids, isAll, clear }: Selection) {
  const { slug: workspace } = useWorkspace();
  const { filters } = useLibrary();
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);
  const choice: DocumentChoice = isAll ? { matching: filters } : { documentIds: [...ids] };

  async function run<Data>(call: () => Promise<ActionResult<Data>>, done: (data: Data) => void) {
    setIsBusy(true);
    const result = await outcomeOf(call);
    setIsBusy(false);
    if (!result.ok) {
      toast.error(result.error.message);
      return;
    }
    clear();
    done(result.data);
    router.refresh();
  }

  /** The ids of all chosen documents, shown or not; null when they could not be asked for. */
  async function allIds(): Promise<string[] | null> {
    if (!isAll) return [...ids];
    const answer = await fetchIds(workspace, filters);
    if (answer.outcome === 'ok') return answer.data.documentIds;
    toast.error(answer.outcome === 'failed' ? answer.message : 'The workspace is gone.');
    return null;
  }

  return {
    isBusy,
    allIds,
    trash: () =>
      run(
        () => trashDocuments({ workspace, choice }),
        ({ documentIds }) =>
          toastTrashed(workspace, documentIds, `${plural(documentIds.length, 'document')} in the trash.`),
      ),
    tag: (change: { add: string[]; remove: string[] }) =>
      run(
        () => tagDocuments({ workspace, choice, ...change }),
        ({ documents }) => toast.success(`The tags of ${plural(documents, 'document')} are changed.`),
      ),
    move: (folderId: string | null) =>
      run(
        () => moveDocuments({ workspace, choice, folderId }),
        ({ documents }) => toast.success(`${plural(documents, 'document')} moved.`),
      ),
    readAgain: () =>
      run(
        () => rerunDocuments({ workspace, choice }),
        ({ begun, leftOut }) => {
          const rest = leftOut > 0 ? ` ${plural(leftOut, 'other')} cannot be read again now.` : '';
          toast.success(`Reading ${plural(begun, 'document')} again.${rest}`);
        },
      ),
    async assign(assigneeId: string | null) {
      const all = await allIds();
      if (!all) return;
      await run(
        async () => {
          for (let start = 0; start < all.length; start += ASSIGNED_AT_ONCE) {
            const documentIds = all.slice(start, start + ASSIGNED_AT_ONCE);
            const result = await assignDocuments({ workspace, documentIds, assigneeId });
            if (!result.ok) return result;
          }
          return { ok: true, data: all.length };
        },
        (count) => toast.success(`${plural(count, 'document')} assigned.`),
      );
    },
  };
}

'use client';

import { toast } from 'sonner';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { restoreDocuments } from './actions.ts';

const UNDO_MS = 12_000;
/** What one call restores. */
const AT_ONCE = 1_000;

/** Says that documents are in the trash, and brings them back at a press. */
export function toastTrashed(workspace: string, documentIds: readonly string[], message: string): void {
  const id = toast.success(
    <span className="flex w-full items-center justify-between gap-3">
      {message}
      <button
        type="button"
        className={buttonStyle({ size: 'small' })}
        onClick={() => {
          toast.dismiss(id);
          void restore(workspace, documentIds);
        }}
      >
        Undo
      </button>
    </span>,
    { duration: UNDO_MS, classNames: { content: 'flex-1', title: 'w-full' } },
  );
}

async function restore(workspace: string, documentIds: readonly string[]): Promise<void> {
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const part = documentIds.slice(start, start + AT_ONCE);
    const result = await outcomeOf(() => restoreDocuments({ workspace, documentIds: part }));
    if (!result.ok) {
      toast.error(result.error.message);
      return;
    }
  }
  toast.success(documentIds.length === 1 ? 'The document is restored.' : 'The documents are restored.');
}

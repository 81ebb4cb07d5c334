'use client';

import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { TRASH_DAYS } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { restoreDocuments } from '../../trash/actions.ts';

type Props = { documentId: string; name: string; onRestored: () => void };

/** Instead of a document that is in the trash, also when somebody put it there while it was open. */
export function TrashedDocument({ documentId, name, onRestored }: Props) {
  const { slug, may } = useWorkspace();
  const [pending, setPending] = useState(false);

  async function restore() {
    setPending(true);
    const result = await outcomeOf(() => restoreDocuments({ workspace: slug, documentIds: [documentId] }));
    setPending(false);
    if (result.ok) onRestored();
    else toast.error(result.error.message);
  }

  return (
    <PageFrame>
      <div role="alert">
        <EmptyState
          icon={Trash2}
          level="h1"
          title="This document is in the trash"
          actions={
            <>
              {may.write ? (
                <Button variant="primary" pending={pending} onClick={() => void restore()}>
                  Restore
                </Button>
              ) : null}
              <Link href={`/${slug}/documents`} className={buttonStyle()}>
                Go to the documents
              </Link>
            </>
          }
        >
          <p>
            “{name}” can be restored for {TRASH_DAYS} days after it was moved there.
          </p>
        </EmptyState>
      </div>
    </PageFrame>
  );
}

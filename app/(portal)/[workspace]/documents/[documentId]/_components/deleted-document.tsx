'use client';

import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { useWorkspace } from '../../../_components/workspace-context.tsx';

/** Instead of a document that somebody deleted while it was open. */
export function DeletedDocument({ name }: { name: string }) {
  const { slug } = useWorkspace();
  return (
    <PageFrame>
      <div role="alert">
        <EmptyState
          icon={Trash2}
          level="h1"
          title="This document was deleted"
          actions={
            <Link href={`/${slug}/documents`} className={buttonStyle({ variant: 'primary' })}>
              Go to the documents
            </Link>
          }
        >
          <p>Somebody deleted “{name}” while it was open here.</p>
        </EmptyState>
      </div>
    </PageFrame>
  );
}

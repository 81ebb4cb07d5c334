'use client';

import { useRouter } from 'next/navigation';
import { useRefetch } from '../../../_components/use-refetch.ts';
import { TrashedDocument } from './trashed-document.tsx';

/** A document that was in the trash already when its page was opened; when it comes back, the page shows it. */
export function TrashedAtLoad({ documentId, name }: { documentId: string; name: string }) {
  const router = useRouter();
  useRefetch(documentId, async (changes) => {
    if (changes.some((change) => change !== 'everything')) router.refresh();
    return true;
  });
  return <TrashedDocument documentId={documentId} name={name} onRestored={router.refresh} />;
}

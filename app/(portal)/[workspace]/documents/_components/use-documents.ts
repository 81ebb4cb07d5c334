'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useRefetch } from '../../_components/use-refetch.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { type DocumentsPart, fetchDocument, fetchDocuments, fetchNewest } from './fetch-documents.ts';
import { mergeDocument } from './merge-document.ts';

/** The list of documents, kept true by fetching again whatever is said to have changed. */
export function useDocuments(initial: DocumentsPart) {
  const { slug } = useWorkspace();
  const [list, setList] = useState(initial);
  const [isLoadingMore, setIsLoadingMore] = useState(false);

  useRefetch('*', async (changes) => {
    const ids = new Set(changes.map((change) => (change === 'everything' ? change : change.documentId)));
    if (ids.has('everything')) return refreshAll();
    return (await Promise.all([...ids].map(refreshOne))).every(Boolean);
  });

  async function refreshAll(): Promise<boolean> {
    const answer = await fetchNewest(slug, list.documents.length);
    if (answer.outcome === 'ok') setList(answer.data);
    return answer.outcome !== 'failed';
  }

  async function refreshOne(id: string): Promise<boolean> {
    const answer = await fetchDocument(id);
    if (answer.outcome === 'failed') return false;
    setList(({ documents, nextCursor }) => ({
      nextCursor,
      documents:
        answer.outcome === 'ok'
          ? mergeDocument(documents, answer.data, nextCursor === null)
          : documents.filter((document) => document.id !== id),
    }));
    return true;
  }

  async function loadMore() {
    if (!list.nextCursor || isLoadingMore) return;
    setIsLoadingMore(true);
    const answer = await fetchDocuments(slug, list.nextCursor);
    setIsLoadingMore(false);
    if (answer.outcome === 'ok') setList((shown) => joinParts(shown, answer.data));
    else toast.error(answer.outcome === 'failed' ? answer.message : 'The workspace is gone.');
  }

  return { documents: list.documents, hasMore: list.nextCursor !== null, isLoadingMore, loadMore };
}

/** Live news may have brought a document of the next part already. */
function joinParts(shown: DocumentsPart, next: DocumentsPart): DocumentsPart {
  const known = new Set(shown.documents.map(({ id }) => id));
  const added = next.documents.filter(({ id }) => !known.has(id));
  return { documents: [...shown.documents, ...added], nextCursor: next.nextCursor };
}

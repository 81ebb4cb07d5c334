'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { documentFilterQuery } from '#lib/contracts/index.ts';
import { useRefetch } from '../../_components/use-refetch.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { type DocumentsPart, fetchDocument, fetchDocuments, fetchFirst } from './fetch-documents.ts';
import { useLibrary } from './library-context.tsx';
import { mergeDocument } from './merge-document.ts';

/** The list of documents, kept true by fetching again whatever is said to have changed. */
export function useDocuments(initial: DocumentsPart) {
  const { slug } = useWorkspace();
  const { filters } = useLibrary();
  const isUsualView = documentFilterQuery(filters).size === 0;
  const [list, setList] = useState(initial);
  const [isLoadingMore, setIsLoadingMore] = useState(false);

  useRefetch('*', async (changes) => {
    const ids = new Set(changes.map((change) => (change === 'everything' ? change : change.documentId)));
    // In a narrower view, what changed may have come or gone, or stand elsewhere.
    if (ids.has('everything') || !isUsualView) return refreshAll();
    return (await Promise.all([...ids].map(refreshOne))).every(Boolean);
  });

  async function refreshAll(): Promise<boolean> {
    const answer = await fetchFirst(slug, filters, list.documents.length);
    if (answer.outcome === 'ok') setList(answer.data);
    return answer.outcome !== 'failed';
  }

  async function refreshOne(id: string): Promise<boolean> {
    const answer = await fetchDocument(id);
    if (answer.outcome === 'failed') return false;
    setList(({ documents, nextCursor, total }) => {
      const merged =
        answer.outcome === 'ok'
          ? mergeDocument(documents, answer.data, nextCursor === null)
          : documents.filter((document) => document.id !== id);
      return { nextCursor, documents: merged, total: total + merged.length - documents.length };
    });
    return true;
  }

  async function loadMore() {
    if (!list.nextCursor || isLoadingMore) return;
    setIsLoadingMore(true);
    const answer = await fetchDocuments(slug, filters, list.nextCursor);
    setIsLoadingMore(false);
    if (answer.outcome === 'ok') setList((shown) => joinParts(shown, answer.data));
    else toast.error(answer.outcome === 'failed' ? answer.message : 'The workspace is gone.');
  }

  return {
    documents: list.documents,
    total: list.total,
    hasMore: list.nextCursor !== null,
    isLoadingMore,
    loadMore,
  };
}

/** Live news may have brought a document of the next part already. */
function joinParts(shown: DocumentsPart, next: DocumentsPart): DocumentsPart {
  const known = new Set(shown.documents.map(({ id }) => id));
  const added = next.documents.filter(({ id }) => !known.has(id));
  return { ...next, documents: [...shown.documents, ...added] };
}

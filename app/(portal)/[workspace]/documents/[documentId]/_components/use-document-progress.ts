'use client';

import { useState } from 'react';
import { type DocumentProgress, documentProgressSchema } from '#lib/contracts/index.ts';
import { getJson } from '../../../_components/get-json.ts';
import type { Change } from '../../../_components/live-connection.ts';
import { useRefetch } from '../../../_components/use-refetch.ts';
import { mergeProgress } from './merge-progress.ts';

/** Beyond this many changed pages, asking for all of them is shorter. */
const MOST_PAGES_ASKED = 100;

type Live = { progress: DocumentProgress; isGone: boolean; refresh: () => void };

/** The document's state, kept true by fetching the pages that are said to have changed. */
export function useDocumentProgress(initial: DocumentProgress): Live {
  const [progress, setProgress] = useState(initial);
  const [isGone, setIsGone] = useState(false);
  const { id } = initial.document;

  const refresh = useRefetch(id, async (changes) => {
    const pages = changedPages(changes);
    const query = pages ? `?pages=${pages.join(',')}` : '';
    const answer = await getJson(`/api/documents/${id}/progress${query}`, documentProgressSchema);
    if (answer.outcome === 'gone') setIsGone(true);
    else if (answer.outcome === 'ok') {
      setIsGone(false);
      setProgress((shown) => (pages ? mergeProgress(shown, answer.data) : answer.data));
    }
    return answer.outcome !== 'failed';
  });
  return { progress, isGone, refresh };
}

/** The numbers of the pages to ask for; null means all. */
function changedPages(changes: readonly Change[]): number[] | null {
  const numbers = new Set<number>();
  for (const change of changes) {
    if (change === 'everything' || change.page === undefined) return null;
    numbers.add(change.page);
  }
  return numbers.size <= MOST_PAGES_ASKED ? [...numbers] : null;
}

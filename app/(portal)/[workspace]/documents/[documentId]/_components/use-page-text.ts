'use client';

import { useEffect, useState } from 'react';
import { type PageProgress, pageTextSchema } from '#lib/contracts/index.ts';
import { getJson } from '../../../_components/get-json.ts';

export type PageTextState =
  | { step: 'loading' }
  /** `text` is null when no job has read the page yet. */
  | { step: 'ready'; text: string | null }
  | { step: 'failed'; message: string; retry: () => void };

const LOADING: PageTextState = { step: 'loading' };

/** What was last read on the page: fetched when it is looked at, and again when it was read again. */
export function usePageText(documentId: string, page: PageProgress): PageTextState {
  const [tries, setTries] = useState(0);
  const [held, setHeld] = useState<{ key: string; state: PageTextState }>();
  const key = [documentId, page.number, page.attempt, page.completedAt, tries].join(' ');

  useEffect(() => {
    let isWanted = true;
    const path = `/api/documents/${documentId}/pages/${page.number}/text`;
    void getJson(path, pageTextSchema).then((answer) => {
      if (!isWanted) return;
      const state: PageTextState =
        answer.outcome === 'ok'
          ? { step: 'ready', text: answer.data.text }
          : {
              step: 'failed',
              message: answer.outcome === 'failed' ? answer.message : 'This page is gone.',
              retry: () => setTries((count) => count + 1),
            };
      setHeld({ key, state });
    });
    return () => {
      isWanted = false;
    };
  }, [documentId, page.number, key]);

  return held?.key === key ? held.state : LOADING;
}

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

/** What the page says: fetched when it is looked at, and again when it was read again or corrected. */
export function usePageText(documentId: string, page: PageProgress): PageTextState {
  const [tries, setTries] = useState(0);
  const [held, setHeld] = useState<{ place: string; key: string; state: PageTextState }>();
  const place = `${documentId} ${page.number}`;
  const key = [place, page.changedAt, tries].join(' ');

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
      setHeld({ place, key, state });
    });
    return () => {
      isWanted = false;
    };
  }, [documentId, page.number, place, key]);

  // The text of before stays in view until that of now is here.
  const isShown = held?.key === key || (held?.place === place && held.state.step === 'ready');
  return isShown ? held.state : LOADING;
}

'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { type PageHits, pageHitsSchema } from '#lib/contracts/index.ts';
import { getJson } from '../../../../../_components/get-json.ts';

export type Hits = PageHits['hits'];

const none: Hits = [];

/**
 * Where the open page holds what the address searches for (`q`), asked anew when the page is corrected. `hits` is
 * null until that is known.
 */
export function usePageHits(documentId: string, page: number, revision: number | undefined) {
  const query = useSearchParams().get('q') ?? '';
  const [found, setFound] = useState<{ of: string; hits: Hits } | null>(null);
  const asked = `${page} ${query}`;
  useEffect(() => {
    // The page's text must be there to be marked, and each revision may hold other words.
    if (query === '' || revision === undefined) return;
    let isCurrent = true;
    const path = `/api/documents/${documentId}/pages/${page}/hits?${new URLSearchParams({ q: query })}`;
    void getJson(path, pageHitsSchema).then((answer) => {
      if (isCurrent && answer.outcome === 'ok') setFound({ of: asked, hits: answer.data.hits });
    });
    return () => {
      isCurrent = false;
    };
  }, [documentId, page, query, revision, asked]);
  const hits = found?.of === asked ? found.hits : null;
  const boxes = useMemo(() => (hits ?? none).flatMap((hit) => hit.boxes), [hits]);
  return { query, hits, boxes };
}

'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type RevisionSummary, revisionSummarySchema } from '#lib/contracts/index.ts';
import { type Answer, getJson } from '../../../../../_components/get-json.ts';

const historySchema = z.array(revisionSummarySchema);

/** The history of a page, fetched again whenever it has a newer revision; null while it is on its way. */
export function useRevisions(documentId: string, page: number, revision: number) {
  const [tries, setTries] = useState(0);
  const [held, setHeld] = useState<{ key: string; answer: Answer<RevisionSummary[]> } | null>(null);
  const place = `${documentId} ${page}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer revision and another try ask again.
  useEffect(() => {
    let isWanted = true;
    void getJson(`/api/documents/${documentId}/pages/${page}/revisions`, historySchema).then((answer) => {
      if (isWanted) setHeld({ key: place, answer });
    });
    return () => {
      isWanted = false;
    };
  }, [documentId, page, place, revision, tries]);

  const answer = held?.key === place ? held.answer : null;
  return { answer, retry: () => setTries((count) => count + 1) };
}

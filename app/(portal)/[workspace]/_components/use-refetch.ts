'use client';

import { useCallback, useEffect, useRef } from 'react';
import { latestOnly } from './latest-only.ts';
import type { Change } from './live-connection.ts';
import { useConnection } from './live-provider.tsx';

const GATHER_MS = 150;

/**
 * Gathers for a moment what is said to have changed about a document ('*': about any) and has it fetched, one
 * fetch at a time. Fetches everything once at the beginning, for what the server has drawn may be older than
 * the subscription. `fetchAgain` answers whether it worked; if not, the same is asked for again.
 * @returns how to have everything fetched now.
 */
export function useRefetch(
  documentId: string,
  fetchAgain: (changes: readonly Change[]) => Promise<boolean>,
  gatherMs = GATHER_MS,
): () => void {
  const connection = useConnection();
  const newest = useRef(fetchAgain);
  const note = useRef((_change: Change) => {});

  useEffect(() => {
    newest.current = fetchAgain;
  });
  useEffect(() => {
    let changes: Change[] = [];
    const gate = latestOnly(gatherMs, async () => {
      const gathered = changes;
      changes = [];
      const hasWorked = await newest.current(gathered);
      if (!hasWorked) changes.push(...gathered);
      return hasWorked;
    });
    note.current = (change) => {
      changes.push(change);
      gate.request();
    };
    const unsubscribe = connection.subscribe(documentId, note.current);
    note.current('everything');
    return () => {
      unsubscribe();
      gate.stop();
    };
  }, [connection, documentId, gatherMs]);

  return useCallback(() => note.current('everything'), []);
}

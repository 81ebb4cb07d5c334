'use client';

import { useState } from 'react';
import {
  type Person,
  type QueueFilter,
  queueQuery,
  type ReviewQueue,
  reviewQueueSchema,
} from '#lib/contracts/index.ts';
import { getJson } from '../../_components/get-json.ts';
import { useRefetch } from '../../_components/use-refetch.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';

/** While many pages are being read, the queue follows slowly. */
const GATHER_MS = 1_000;

/** The queue, fetched again whenever a document of the workspace changes. */
export function useQueue(initial: ReviewQueue, filter: QueueFilter) {
  const { slug } = useWorkspace();
  const [queue, setQueue] = useState(initial);
  const refresh = useRefetch(
    '*',
    async () => {
      const query = queueQuery(filter);
      query.set('workspace', slug);
      const answer = await getJson(`/api/review?${query}`, reviewQueueSchema);
      if (answer.outcome === 'ok') setQueue(answer.data);
      return answer.outcome !== 'failed';
    },
    GATHER_MS,
  );

  /** Shows at once what the server has just been told. */
  function noteAssignee(documentIds: readonly string[], assignee: Person | null) {
    setQueue((shown) => ({
      ...shown,
      entries: shown.entries.map((entry) =>
        documentIds.includes(entry.documentId) ? { ...entry, assignee } : entry,
      ),
    }));
  }

  return { queue, refresh, noteAssignee };
}

'use client';

import { useState } from 'react';
import { type QueueFilter, queueQuery, type ReviewQueue, reviewQueueSchema } from '#lib/contracts/index.ts';
import { getJson } from '../../_components/get-json.ts';
import { useRefetch } from '../../_components/use-refetch.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';

/** The queue, fetched again whenever a document of the workspace changes. */
export function useQueue(initial: ReviewQueue, filter: QueueFilter) {
  const { slug } = useWorkspace();
  const [queue, setQueue] = useState(initial);
  const refresh = useRefetch('*', async () => {
    const query = queueQuery(filter);
    query.set('workspace', slug);
    const answer = await getJson(`/api/review?${query}`, reviewQueueSchema);
    if (answer.outcome === 'ok') setQueue(answer.data);
    return answer.outcome !== 'failed';
  });
  return { queue, refresh };
}

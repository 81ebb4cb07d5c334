'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type ReviewCounts, reviewCountsSchema } from '#lib/contracts/index.ts';
import { getJson } from '../get-json.ts';
import { useRefetch } from '../use-refetch.ts';
import { useWorkspace } from '../workspace-context.tsx';

/** While many pages are being read, the counts follow slowly. */
const GATHER_MS = 1_500;

type Counted = { counts: ReviewCounts; refresh: () => void };

const CountsContext = createContext<Counted | null>(null);

/** Keeps at hand what waits for the reader, wherever they are in the workspace. */
export function ReviewCountsProvider({ initial, children }: { initial: ReviewCounts; children: ReactNode }) {
  const { slug } = useWorkspace();
  const [counts, setCounts] = useState(initial);
  const path = `/api/review/counts?workspace=${encodeURIComponent(slug)}`;
  const refetch = async () => {
    const answer = await getJson(path, reviewCountsSchema);
    if (answer.outcome === 'ok') setCounts(answer.data);
    return answer.outcome !== 'failed';
  };
  const refresh = useRefetch('*', refetch, GATHER_MS);
  const value = useMemo(() => ({ counts, refresh }), [counts, refresh]);
  return <CountsContext value={value}>{children}</CountsContext>;
}

export function useReviewCounts(): Counted {
  const counted = useContext(CountsContext);
  if (!counted) throw new Error('the counts need the layout of [workspace] above them');
  return counted;
}

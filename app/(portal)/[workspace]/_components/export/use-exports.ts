'use client';

import { useState } from 'react';
import { type ExportSummary, exportListSchema } from '#lib/contracts/index.ts';
import { getJson } from '../get-json.ts';
import { EXPORTS } from '../live-connection.ts';
import { useRefetch } from '../use-refetch.ts';
import { useWorkspace } from '../workspace-context.tsx';

/** The workspace's exports, kept true by fetching them again when one has changed. */
export function useExports<Initial extends readonly ExportSummary[] | null>(
  initial: Initial,
): { exports: readonly ExportSummary[] | Initial; refresh: () => void } {
  const { slug } = useWorkspace();
  const [exports, setExports] = useState<readonly ExportSummary[] | Initial>(initial);
  const refresh = useRefetch(EXPORTS, async () => {
    const answer = await getJson(`/api/exports?workspace=${encodeURIComponent(slug)}`, exportListSchema);
    if (answer.outcome === 'ok') setExports(answer.data.exports);
    return answer.outcome !== 'failed';
  });
  return { exports, refresh };
}

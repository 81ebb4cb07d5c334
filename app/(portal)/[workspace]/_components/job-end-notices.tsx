'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import { noticeState, showNotice, watchNotices } from '#app/_ui/browser-notices.ts';
import { documentProgressSchema } from '#lib/contracts/index.ts';
import { getJson } from './get-json.ts';
import { endInWords } from './job-end-words.ts';
import { JOB_ENDS, type LiveConnection } from './live-connection.ts';
import { useConnection } from './live-provider.tsx';
import { useWorkspace } from './workspace-context.tsx';

/** Tells the reader, wherever they are, that a document they had read is done: here, and if they like by the browser. */
export function JobEndNotices() {
  const connection = useConnection();
  const { slug } = useWorkspace();
  const router = useRouter();
  const path = usePathname();
  const newest = useRef({ path, router });
  useEffect(() => {
    newest.current = { path, router };
  });
  useEffect(
    () =>
      connection.subscribe(JOB_ENDS, (change) => {
        if (change !== 'everything') void tell(`/${slug}/documents`, change.documentId, newest.current);
      }),
    [connection, slug],
  );
  useEffect(() => keepOneTabListening(connection), [connection]);
  return null;
}

type Place = { path: string; router: { push: (path: string) => void } };

async function tell(documents: string, documentId: string, { path, router }: Place): Promise<void> {
  const there = `${documents}/${documentId}`;
  const isLooking = path.startsWith(there) && document.visibilityState === 'visible';
  const end = isLooking ? null : await fetchEnd(documentId);
  if (!end) return;
  const action = { label: 'Open', onClick: () => router.push(there) };
  if (end.isGood) toast.success(end.title, { action });
  else toast.warning(end.title, { action });
  if (document.visibilityState === 'hidden')
    showNotice('Lectern', { body: end.title, tag: documentId, path: there });
}

async function fetchEnd(documentId: string) {
  const answer = await getJson(`/api/documents/${documentId}/progress?pages=`, documentProgressSchema);
  return answer.outcome === 'ok' ? endInWords(answer.data) : null;
}

/** While notifications are on, one tab of this browser keeps listening when nobody looks at any. */
function keepOneTabListening(connection: LiveConnection): () => void {
  let giveUp = () => {};
  function apply() {
    giveUp();
    if (noticeState() !== 'on') return;
    const leaving = new AbortController();
    const left = new Promise<void>((leave) => leaving.signal.addEventListener('abort', () => leave()));
    navigator.locks
      .request('lectern-notices', { signal: leaving.signal }, async () => {
        const endStaying = connection.stayWhenHidden();
        await left;
        endStaying();
      })
      .catch(() => {});
    giveUp = () => leaving.abort();
  }
  apply();
  const stopWatching = watchNotices(apply);
  return () => {
    stopWatching();
    giveUp();
  };
}

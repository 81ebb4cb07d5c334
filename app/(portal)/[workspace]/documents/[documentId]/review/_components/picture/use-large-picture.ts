'use client';

import { useEffect, useState } from 'react';

export type LargePicture =
  | { step: 'none' }
  | { step: 'waiting' }
  | { step: 'ready'; url: string }
  | { step: 'failed'; retry: () => void };

const none: LargePicture = { step: 'none' };
/** Drawing takes about a second; the worker may have others to draw first. */
const ASK_AGAIN_MS = 700;
const MAX_QUESTIONS = 60;

/** The picture for reading closely. It is drawn on the server when first `isNeeded`, and kept from then on. */
export function useLargePicture(documentId: string, page: number, isNeeded: boolean): LargePicture {
  const path = `/api/documents/${documentId}/pages/${page}/image?size=large`;
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<{ path: string; picture: LargePicture }>({ path, picture: none });
  const picture = found.path === path ? found.picture : none;
  const isAsking = isNeeded && picture.step !== 'ready';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again.
  useEffect(() => {
    if (!isAsking) return;
    const end = new AbortController();
    const note = (news: LargePicture) => end.signal.aborted || setFound({ path, picture: news });
    note({ step: 'waiting' });
    nameOf(path, end.signal).then(
      (name) => note({ step: 'ready', url: `${path}&v=${name}` }),
      () => note({ step: 'failed', retry: () => setRound((before) => before + 1) }),
    );
    return () => end.abort();
  }, [path, isAsking, round]);
  return picture;
}

/** Asks until the picture is drawn. @returns what names its bytes, so that the browser keeps them */
async function nameOf(path: string, signal: AbortSignal): Promise<string> {
  for (let question = 0; question < MAX_QUESTIONS; question++) {
    const response = await fetch(path, { method: 'HEAD', cache: 'no-store', signal });
    const etag = response.headers.get('etag');
    if (response.status === 200 && etag) return etag.replaceAll('"', '').slice(0, 16);
    if (response.status !== 202) break;
    await pause(ASK_AGAIN_MS, signal);
  }
  throw new Error('The large picture could not be had.');
}

function pause(timeMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, timeMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

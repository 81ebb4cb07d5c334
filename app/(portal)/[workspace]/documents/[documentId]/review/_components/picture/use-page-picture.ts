'use client';

import { useEffect, useState } from 'react';

type Loading = {
  url: string | null;
  step: 'loading' | 'shown' | 'failed';
  /** Of its longest side; 0 until it is shown. */
  pixels: number;
  /** How often it was tried again. */
  round: number;
};

export type PagePicture = Loading & {
  noteShown: (image: HTMLImageElement) => void;
  noteFailed: () => void;
  retry: () => void;
};

/** How far the page's usual picture has come. What failed is tried again when the connection is back. */
export function usePagePicture(url: string | null): PagePicture {
  const beginning: Loading = { url, step: 'loading', pixels: 0, round: 0 };
  const [noted, note] = useState(beginning);
  const loading = noted.url === url ? noted : beginning;
  const { step } = loading;

  useEffect(() => {
    if (step !== 'failed') return;
    const again = () => note((before) => ({ ...before, step: 'loading', round: before.round + 1 }));
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [step]);

  return {
    ...loading,
    noteShown: ({ naturalWidth, naturalHeight }) =>
      note({ ...loading, step: 'shown', pixels: Math.max(naturalWidth, naturalHeight) }),
    noteFailed: () => note({ ...loading, step: 'failed' }),
    retry: () => note({ ...loading, step: 'loading', round: loading.round + 1 }),
  };
}

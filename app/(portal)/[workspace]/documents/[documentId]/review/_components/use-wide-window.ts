'use client';

import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 64rem)';

function watch(renew: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', renew);
  return () => query.removeEventListener('change', renew);
}

/** Whether there is room for picture and text side by side. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(
    watch,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}

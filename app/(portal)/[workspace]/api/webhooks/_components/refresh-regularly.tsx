'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const UNDER_WAY_MS = 1_500;
const RESTING_MS = 15_000;

/** Keeps what the server has drawn up to date while somebody looks at it, more often while something is under way. */
export function RefreshRegularly({ isUnderWay }: { isUnderWay: boolean }) {
  const router = useRouter();
  useEffect(() => {
    async function refresh() {
      if (document.visibilityState === 'visible' && (await isServerThere())) router.refresh();
    }
    const timer = setInterval(refresh, isUnderWay ? UNDER_WAY_MS : RESTING_MS);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [router, isUnderWay]);
  return null;
}

/** Refreshing without a server, Next leaves the page for the browser's own error. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/api/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

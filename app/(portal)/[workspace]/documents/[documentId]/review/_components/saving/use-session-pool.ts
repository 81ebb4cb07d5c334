'use client';

import { useEffect, useState } from 'react';
import { SessionPool } from './session-pool.ts';

/** The open pages of a document; null until what was left unsaved has been taken up. */
export function useSessionPool(user: string, documentId: string): SessionPool | null {
  const [pool] = useState(() => new SessionPool(user, documentId));
  const [isRestored, setIsRestored] = useState(false);

  useEffect(() => {
    let isWanted = true;
    void pool.restore().then(() => {
      if (isWanted) setIsRestored(true);
    });
    return () => {
      isWanted = false;
    };
  }, [pool]);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') pool.saveNow();
    };
    window.addEventListener('online', pool.saveNow);
    window.addEventListener('pagehide', pool.leave);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('online', pool.saveNow);
      window.removeEventListener('pagehide', pool.leave);
      document.removeEventListener('visibilitychange', onHidden);
      // Another page of the portal: what waits is sent at once.
      pool.saveNow();
    };
  }, [pool]);

  return isRestored ? pool : null;
}

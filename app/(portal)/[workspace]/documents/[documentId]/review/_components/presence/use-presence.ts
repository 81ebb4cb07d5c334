'use client';

import { useEffect, useState } from 'react';
import { type Person, presenceSchema } from '#lib/contracts/index.ts';
import { presenceIn } from '../../../../../_components/live-connection.ts';
import { useConnection } from '../../../../../_components/live-provider.tsx';
import { newName } from '../saving/kept-edits.ts';

/** A third of the time after which the server believes that a tab has gone. */
const HEARTBEAT_MS = 20_000;

/** Says that this tab has the page open, for as long as somebody may look at it. @returns the others who have. */
export function usePresence(documentId: string, page: number): readonly Person[] {
  const connection = useConnection();
  const [tabId] = useState(newName);
  const [others, setOthers] = useState<readonly Person[]>([]);

  useEffect(() => {
    const path = `/api/documents/${documentId}/pages/${page}/presence`;
    let isOpen = true;
    let asked = 0;
    async function say() {
      if (!isOpen || document.visibilityState === 'hidden') return;
      const turn = ++asked;
      const people = await sendHeartbeat(path, tabId);
      if (isOpen && people && turn === asked) setOthers(people);
    }
    function leave() {
      const last = JSON.stringify({ tabId, isLeaving: true });
      navigator.sendBeacon(path, new Blob([last], { type: 'application/json' }));
    }
    const onVisibility = () => (document.visibilityState === 'hidden' ? leave() : void say());
    void say();
    const timer = setInterval(() => void say(), HEARTBEAT_MS);
    const unsubscribe = connection.subscribe(presenceIn(documentId), () => void say());
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', leave);
    return () => {
      isOpen = false;
      clearInterval(timer);
      unsubscribe();
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', leave);
      setOthers([]);
      leave();
    };
  }, [connection, documentId, page, tabId]);

  return others;
}

/** Null when the server cannot be reached: then nobody's presence can be known. */
async function sendHeartbeat(path: string, tabId: string): Promise<Person[] | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ tabId }) });
    return response.ok ? presenceSchema.parse(await response.json()).people : null;
  } catch {
    return null;
  }
}

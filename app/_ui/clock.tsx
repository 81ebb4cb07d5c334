'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useState,
  useSyncExternalStore,
} from 'react';

type Clock = { serverNowMs: number; skewMs: number };

const ClockContext = createContext<Clock>({ serverNowMs: 0, skewMs: 0 });

/**
 * Hands down the server's time: the first picture in the browser equals what the server drew, and elapsed
 * times are right on a machine whose clock is wrong.
 */
export function ClockProvider({ nowMs, children }: { nowMs: number; children: ReactNode }) {
  const [clock] = useState(() => ({
    serverNowMs: nowMs,
    skewMs: typeof window === 'undefined' ? 0 : nowMs - Date.now(),
  }));
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** The server's current time in milliseconds, rounded down to `everyMs` and renewed that often. */
export function useNow(everyMs: number): number {
  const { serverNowMs, skewMs } = useContext(ClockContext);
  const subscribe = useCallback(
    (renew: () => void) => {
      const timer = setInterval(renew, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(
    subscribe,
    () => Math.floor((Date.now() + skewMs) / everyMs) * everyMs,
    () => serverNowMs,
  );
}

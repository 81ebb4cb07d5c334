'use client';

import { useEffect, useRef, useState } from 'react';

/** Follows `value`, but changes at most every `everyMs`; the last value always comes. */
export function useSlowly(value: string, everyMs: number): string {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, changedAt.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      changedAt.current = Date.now();
      setShown(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return shown;
}

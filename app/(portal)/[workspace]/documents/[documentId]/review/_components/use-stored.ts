'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';

const CHANGED = 'lectern-stored';

function watch(renew: () => void): () => void {
  window.addEventListener('storage', renew);
  window.addEventListener(CHANGED, renew);
  return () => {
    window.removeEventListener('storage', renew);
    window.removeEventListener(CHANGED, renew);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A choice that this browser remembers; `fallback` while nothing valid is stored, and where storing is forbidden. */
export function useStored<T>(
  key: string,
  schema: z.ZodType<T>,
  fallback: T,
): [value: T, choose: (value: T | null) => void] {
  const text = useSyncExternalStore(
    watch,
    () => read(key),
    () => null,
  );
  const value = useMemo(() => parse(text, schema) ?? fallback, [text, schema, fallback]);
  const choose = useCallback(
    (next: T | null) => {
      try {
        if (next === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Forgotten at the next visit, and nothing worse.
      }
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [value, choose];
}

function parse<T>(text: string | null, schema: z.ZodType<T>): T | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

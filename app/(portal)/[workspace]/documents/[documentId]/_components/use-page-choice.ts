'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** Which page is open: kept in the address, so that a reload and a shared link show the same page. */
export function usePageChoice(pageCount: number): [number, (page: number) => void] {
  const asked = Number(useSearchParams().get('page'));
  const chosen = Number.isInteger(asked) && asked >= 1 && asked <= pageCount ? asked : 1;
  const choose = useCallback((page: number) => {
    const url = new URL(window.location.href);
    url.searchParams.set('page', String(page));
    window.history.replaceState(null, '', url);
  }, []);
  return [chosen, choose];
}

'use client';

import { useSearchParams } from 'next/navigation';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

/** Browsers take only so many changes of the address; it follows when the pages have stopped turning. */
const ADDRESS_AFTER_MS = 250;

export type PageChoice = {
  /** The page on the screen, from 1. */
  page: number;
  choose: (page: number) => void;
  /** The page chosen last: ahead of the one on the screen while keys come quicker than pages. */
  asked: () => number;
};

/** Which page is open: kept in the address, so that a reload and a shared link show the same page. */
export function usePageChoice(pageCount: number): PageChoice {
  const inAddress = pageOf(useSearchParams(), pageCount);
  const [page, setPage] = useState(inAddress);
  const newest = useRef(inAddress);
  /** What the address is known to say: anything else in it comes from a link or the way back. */
  const written = useRef(inAddress);
  /** What it is to say soon. */
  const unwritten = useRef<number>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const writeAddress = useCallback(() => {
    clearTimeout(timer.current);
    if (unwritten.current === undefined) return;
    written.current = unwritten.current;
    unwritten.current = undefined;
    const url = new URL(window.location.href);
    url.searchParams.set('page', String(written.current));
    window.history.replaceState(null, '', url);
  }, []);

  const choose = useCallback(
    (next: number) => {
      newest.current = next;
      startTransition(() => setPage(next));
      clearTimeout(timer.current);
      unwritten.current = next;
      timer.current = setTimeout(writeAddress, ADDRESS_AFTER_MS);
    },
    [writeAddress],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn may be behind; the address itself is asked.
  useEffect(() => {
    const now = pageOf(new URL(window.location.href).searchParams, pageCount);
    if (now === written.current) return;
    clearTimeout(timer.current);
    unwritten.current = undefined;
    written.current = now;
    newest.current = now;
    setPage(now);
  }, [inAddress]);
  useEffect(() => {
    // Changed later, the address would call back whoever has left by a link meanwhile.
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a')) writeAddress();
    };
    document.addEventListener('click', onClick, true);
    return () => {
      document.removeEventListener('click', onClick, true);
      clearTimeout(timer.current);
    };
  }, [writeAddress]);

  return {
    page: Math.min(page, Math.max(1, pageCount)),
    choose,
    asked: useCallback(() => newest.current, []),
  };
}

function pageOf(query: Pick<URLSearchParams, 'get'>, pageCount: number): number {
  const asked = Number(query.get('page'));
  return Number.isInteger(asked) && asked >= 1 && asked <= pageCount ? asked : 1;
}

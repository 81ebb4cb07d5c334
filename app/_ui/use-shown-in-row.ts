'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Brings a thing into view in the positioned row that scrolls it sideways; the page stays where it is. */
export function useShownInRow<T extends HTMLElement>(isHere: boolean): RefObject<T | null> {
  const thing = useRef<T>(null);
  useEffect(() => {
    const row = thing.current?.offsetParent;
    if (!isHere || !thing.current || !row) return;
    row.scrollLeft = thing.current.offsetLeft - (row.clientWidth - thing.current.offsetWidth) / 2;
  }, [isHere]);
  return thing;
}

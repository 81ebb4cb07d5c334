'use client';

import { useSyncExternalStore } from 'react';
import { keyCaps } from './key-combination.ts';

/** The keys of a combination, as they are printed on this machine's keyboard. */
export function KeyCaps({ name }: { name: string }) {
  const isMac = useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return (
    <span className="inline-flex gap-0.5 whitespace-nowrap">
      {keyCaps(name, isMac).map((key) => (
        <kbd
          key={key}
          className="rounded-small border border-edge border-b-2 bg-desk px-1.5 font-sans text-fine leading-5"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

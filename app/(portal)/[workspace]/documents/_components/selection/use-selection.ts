'use client';

import { useRef, useState } from 'react';
import { rangeBetween } from './range-between.ts';

export type Selection = {
  /** Those that were ticked and are still in the list. */
  ids: readonly string[];
  /** All documents of the view, shown or not. */
  isAll: boolean;
  has: (id: string) => boolean;
  /** With `isRange`, all from the one that was ticked last to this one. */
  tick: (id: string, isOn: boolean, isRange: boolean) => void;
  tickShown: (isOn: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
};

/** Which documents of the list are chosen for something to be done with all of them. */
export function useSelection(shownIds: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setIsAll] = useState(false);
  const last = useRef<string | null>(null);
  return {
    ids: isAll ? shownIds : shownIds.filter((id) => ticked.has(id)),
    isAll,
    has: (id) => isAll || ticked.has(id),
    tick(id, isOn, isRange) {
      const range = isRange && last.current ? rangeBetween(shownIds, last.current, id) : [id];
      const next = new Set(isAll ? shownIds : ticked);
      for (const each of range) {
        if (isOn) next.add(each);
        else next.delete(each);
      }
      last.current = id;
      setIsAll(false);
      setTicked(next);
    },
    tickShown(isOn) {
      setIsAll(false);
      setTicked(new Set(isOn ? shownIds : []));
    },
    chooseAll: () => setIsAll(true),
    clear() {
      last.current = null;
      setIsAll(false);
      setTicked(new Set());
    },
  };
}

'use client';

import { useCallback, useMemo, useState } from 'react';
import type { WordPlace } from '../picture/picture-pane.tsx';
import type { CaretWish } from './text-caret.ts';

type Focus = { page: number; active: WordPlace | null; hovered: WordPlace | null; wish: CaretWish | null };

/** Which word of the page is at work, on the picture and in the text, and where the caret is to go. */
export function useTextFocus(page: number) {
  const [kept, setKept] = useState<Focus>(() => startOf(page));
  const { active, hovered, wish } = kept.page === page ? kept : startOf(page);

  const change = useCallback(
    (next: Partial<Focus>) =>
      setKept((shown) => ({ ...(shown.page === page ? shown : startOf(page)), ...next })),
    [page],
  );
  const goTo = useCallback(
    (next: CaretWish, word: number | undefined) =>
      change({ active: placeOf(next.line, word), wish: { ...next } }),
    [change],
  );
  /** The caret has moved by itself. */
  const note = useCallback(
    (line: string, word: number | undefined) =>
      setKept((shown) => {
        const isSame = shown.page === page && shown.active?.line === line && shown.active.word === word;
        return isSame
          ? shown
          : { ...startOf(page), ...(shown.page === page && shown), active: placeOf(line, word) };
      }),
    [page],
  );
  const hover = useCallback((place: WordPlace | null) => change({ hovered: place }), [change]);

  return useMemo(
    () => ({ active, hovered, wish, goTo, note, hover }),
    [active, hovered, wish, goTo, note, hover],
  );
}

export type TextFocus = ReturnType<typeof useTextFocus>;

function startOf(page: number): Focus {
  return { page, active: null, hovered: null, wish: null };
}

function placeOf(line: string, word: number | undefined): WordPlace {
  return word === undefined ? { line } : { line, word };
}

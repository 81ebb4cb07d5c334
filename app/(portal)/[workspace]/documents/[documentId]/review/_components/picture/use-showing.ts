'use client';

import { useEffect, useRef } from 'react';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import type { Size } from './geometry.ts';
import { boxOf } from './highlights.tsx';
import type { WordPlace } from './places.ts';
import type { ViewControls } from './use-view.ts';

/** Brings the active word into view when another one becomes active, but not when the reader moves away from it. */
export function useShowing(
  active: WordPlace | null,
  lines: readonly ExtractionLine[],
  page: Size,
  { view, show }: ViewControls,
): void {
  const shownPlace = useRef('');
  const place = active ? `${active.line} ${active.word ?? ''}` : '';
  useEffect(() => {
    if (!view || shownPlace.current === place) return;
    const box = boxOf(lines, active) ?? boxOf(lines, active && { line: active.line });
    // The lines may come later than the place.
    if (active && !box) return;
    shownPlace.current = place;
    if (box) show(box, page);
  });
}

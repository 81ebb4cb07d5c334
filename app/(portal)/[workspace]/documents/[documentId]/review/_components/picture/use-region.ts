'use client';

import { type KeyboardEvent, useState } from 'react';
import { stepOfKey } from './arrow-keys.ts';
import { boxBetween, type Point, pointOnPage, type Size, type View } from './geometry.ts';
import type { Box } from './places.ts';
import { firstRegion, nudged, takenRegion } from './region.ts';
import type { Stroke } from './use-pointers.ts';

/** Of the keys, in pixels of the screen. */
const STEP = 8;

export type RegionTool = {
  isOn: boolean;
  /** The box as it stands; null before the first point. */
  box: Box | null;
  /** `seen` is the part of the page in the frame. */
  toggle: (seen: Box) => void;
  strokeFrom: (from: Point) => Stroke;
  /** @returns whether the key was for the tool. */
  onKey: (event: KeyboardEvent) => boolean;
};

/** Drawing a box around missed text: with a pointer, or moved and sized with the arrow keys and taken with Enter. */
export function useRegion(
  view: View | null,
  sheet: Size,
  page: Size,
  onRegion: ((box: Box) => void) | undefined,
): RegionTool {
  const [tool, setTool] = useState<{ box: Box } | null>(null);
  const zoomed = (view?.zoom ?? 1) * (sheet.width / page.width);

  function take(box: Box) {
    const taken = takenRegion(box, page);
    setTool(null);
    if (taken) onRegion?.(taken);
  }
  return {
    isOn: tool !== null,
    box: tool?.box ?? null,
    toggle: (seen) => setTool(tool ? null : { box: firstRegion(seen) }),
    strokeFrom(from) {
      const at = (point: Point) => (view ? pointOnPage(point, view, sheet, page) : point);
      const boxTo = (to: Point) => boxBetween(at(from), at(to));
      return { move: (to) => setTool({ box: boxTo(to) }), end: (to) => take(boxTo(to)) };
    },
    onKey({ key, shiftKey }) {
      if (!tool) return false;
      const arrow = stepOfKey(key);
      if (arrow) {
        const step = STEP / zoomed;
        setTool({ box: nudged(tool.box, [arrow[0] * step, arrow[1] * step], shiftKey) });
      } else if (key === 'Enter') take(tool.box);
      else if (key === 'Escape') setTool(null);
      return arrow !== undefined || key === 'Enter' || key === 'Escape';
    },
  };
}

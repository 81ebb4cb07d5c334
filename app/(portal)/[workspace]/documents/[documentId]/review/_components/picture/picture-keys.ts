import type { KeyboardEvent } from 'react';
import { stepOfKey } from './arrow-keys.ts';
import { ZOOM_STEP } from './picture-toolbar.tsx';
import type { ViewControls } from './use-view.ts';

/** In pixels of the screen. */
const STEP = 48;
const LONG_STEP = 240;

/** What a key does while the picture has the focus. @returns whether it was one of ours */
export function pressPictureKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { moveBy, zoomBy, zoomTo, fitTo, turnOnce }: ViewControls,
): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const arrow = stepOfKey(key);
  if (arrow) {
    const pixels = shiftKey ? LONG_STEP : STEP;
    moveBy(-arrow[0] * pixels, -arrow[1] * pixels, { glide: true });
    return true;
  }
  const verbs: Record<string, () => void> = {
    '+': () => zoomBy(ZOOM_STEP),
    '=': () => zoomBy(ZOOM_STEP),
    '-': () => zoomBy(1 / ZOOM_STEP),
    '0': () => fitTo('page'),
    '1': () => zoomTo(1),
    w: () => fitTo('width'),
    r: turnOnce,
  };
  const verb = verbs[key.toLowerCase()];
  verb?.();
  return verb !== undefined;
}

'use client';

import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import {
  fittingZoom,
  isWhole,
  MARGIN,
  type Point,
  type Size,
  settled,
  showing,
  type View,
  withinZooms,
  zoomedAt,
} from './geometry.ts';
import type { Box } from './places.ts';

export type Fit = 'width' | 'page';

/** With a fit the zoom follows the size of the frame. */
type FittedView = View & { fit: Fit | null };

const atTop = { x: MARGIN, y: MARGIN, turn: 0 } as const;

export type ViewControls = {
  /** Null until the frame is measured. */
  view: View | null;
  fit: Fit | null;
  /** The whole sheet is seen. */
  isWhole: boolean;
  /** The last move was made by a program or a key and may be seen as one. */
  isGliding: boolean;
  moveBy(dx: number, dy: number, options?: { glide?: boolean }): void;
  /** About a point of the frame; about its middle when there is none. */
  zoomBy(factor: number, at?: Point): void;
  zoomTo(zoom: number): void;
  fitTo(fit: Fit): void;
  turnOnce(): void;
  /** Brings a box of the page into the frame, if it is outside. */
  show(box: Box, page: Size): void;
};

/** How the sheet lies in its frame. `pageKey` names the page: another one begins at its top, at the same zoom. */
export function useView(frameRef: RefObject<HTMLElement | null>, sheet: Size, pageKey: string): ViewControls {
  const frame = useFrame(frameRef);
  const [choice, setChoice] = useState<FittedView>({ ...atTop, zoom: 1, fit: 'width' });
  const [isGliding, setGliding] = useState(false);
  const [shownKey, setShownKey] = useState(pageKey);
  if (shownKey !== pageKey) {
    setShownKey(pageKey);
    setGliding(false);
    setChoice({ ...choice, ...atTop });
  }
  // Proportions alone: the sheet is made anew with every drawing of the pane.
  const { width, height } = sheet;

  const controls = useMemo(() => {
    const paper = { width, height };
    function change(glide: boolean, make: (view: FittedView, inside: Size) => FittedView) {
      if (!frame) return;
      setGliding(glide);
      setChoice((before) => {
        const view = make(resolved(before, frame, paper), frame);
        return { ...view, ...settled(view, frame, paper) };
      });
    }
    return {
      moveBy: (dx: number, dy: number, { glide = false } = {}) =>
        change(glide, (view) => ({ ...view, x: view.x + dx, y: view.y + dy })),
      zoomBy: (factor: number, at?: Point) =>
        change(!at, (view, inside) => {
          const zoom = withinZooms(view.zoom * factor);
          return { ...zoomedAt(view, at ?? middleOf(inside), zoom), fit: null };
        }),
      zoomTo: (zoom: number) =>
        change(true, (view, inside) => ({ ...zoomedAt(view, middleOf(inside), zoom), fit: null })),
      fitTo: (fit: Fit) =>
        change(true, (view, inside) => {
          const zoom = fittingZoom(fit, inside, paper, view.turn);
          return { ...zoomedAt(view, middleOf(inside), zoom), fit };
        }),
      turnOnce: () => change(false, (view) => ({ ...view, ...atTop, turn: turnAfter[view.turn] })),
      show: (box: Box, page: Size) =>
        change(true, (view, inside) => ({ ...view, ...showing(box, view, inside, paper, page) })),
    };
  }, [frame, width, height]);

  const view = frame && settled(resolved(choice, frame, sheet), frame, sheet);
  return { ...controls, isGliding, view, fit: choice.fit, isWhole: !view || isWhole(view, frame, sheet) };
}

const turnAfter = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

function resolved(choice: FittedView, frame: Size, sheet: Size): FittedView {
  const { fit, turn } = choice;
  return fit ? { ...choice, zoom: fittingZoom(fit, frame, sheet, turn) } : choice;
}

function middleOf({ width, height }: Size): Point {
  return { x: width / 2, y: height / 2 };
}

function useFrame(ref: RefObject<HTMLElement | null>): Size | null {
  const [frame, setFrame] = useState<Size | null>(null);
  const note = useCallback((element: HTMLElement) => {
    const { clientWidth: width, clientHeight: height } = element;
    // Hidden behind the other tab of a narrow window: it will be measured again.
    if (width > 0 && height > 0) setFrame({ width, height });
  }, []);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => note(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, note]);
  return frame;
}

'use client';

import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Point } from './geometry.ts';
import type { ViewControls } from './use-view.ts';

/** What a drag does instead of moving the sheet. Points are those of the frame. */
export type Stroke = { move: (to: Point) => void; end?: (to: Point) => void };

type Options = {
  frameRef: RefObject<HTMLElement | null>;
  controls: Pick<ViewControls, 'moveBy' | 'zoomBy'>;
  /** Null: the drag moves the sheet. `event` began it. */
  strokeFrom: (from: Point, event: PointerEvent) => Stroke | null;
  onTap: (at: Point) => void;
  /** The pointer moves with no button pressed; null: it left. */
  onHover: (at: Point | null) => void;
};

/** Hands tremble: less is a tap. */
const TAP_PIXELS = 4;
/** One notch of a wheel is about 100. Trackpads tell pinching as a wheel with Ctrl, in small steps. */
const WHEEL_ZOOM = 0.0015;
const PINCH_ZOOM = 0.01;
const MAIN_BUTTON = 0;
export const MIDDLE_BUTTON = 1;

type Press = { from: Point; hasMoved: boolean; stroke: Stroke | null };

/** Dragging, pinching with two fingers, tapping and the wheel. @returns handlers for the frame */
export function usePointers({ frameRef, controls, strokeFrom, onTap, onHover }: Options) {
  const pointers = useRef(new Map<number, Point>());
  const press = useRef<Press | null>(null);
  useWheel(frameRef, controls);

  function pointOf({ clientX, clientY }: PointerEvent): Point {
    return inFrame(frameRef.current, clientX, clientY);
  }

  function begin(event: PointerEvent) {
    if (event.pointerType === 'mouse' && event.button > MIDDLE_BUTTON) return;
    // The button of a message on the sheet.
    if (event.target instanceof Element && event.target.closest('button')) return;
    const at = pointOf(event);
    frameRef.current?.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, at);
    const isFirst = pointers.current.size === 1;
    press.current = isFirst ? { from: at, hasMoved: false, stroke: strokeFrom(at, event) } : null;
  }

  function move(event: PointerEvent) {
    const at = pointOf(event);
    const before = pointers.current.get(event.pointerId);
    if (!before) return onHover(event.pointerType === 'mouse' ? at : null);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, at);
    if (other) return pinch(before, at, other);
    const { current } = press;
    if (!current) return controls.moveBy(at.x - before.x, at.y - before.y);
    if (!current.hasMoved && distance(current.from, at) < TAP_PIXELS) {
      pointers.current.set(event.pointerId, before);
      return;
    }
    current.hasMoved = true;
    if (current.stroke) current.stroke.move(at);
    else controls.moveBy(at.x - before.x, at.y - before.y);
  }

  function pinch(before: Point, at: Point, other: Point) {
    const middle = middleOf(at, other);
    const middleBefore = middleOf(before, other);
    controls.moveBy(middle.x - middleBefore.x, middle.y - middleBefore.y);
    controls.zoomBy(distance(at, other) / Math.max(1, distance(before, other)), middle);
  }

  function end(event: PointerEvent) {
    if (!pointers.current.delete(event.pointerId)) return;
    const { current } = press;
    press.current = null;
    if (!current || event.type === 'pointercancel') return;
    if (current.hasMoved) current.stroke?.end?.(pointOf(event));
    else if (event.button === MAIN_BUTTON) onTap(pointOf(event));
  }

  return {
    onPointerDown: begin,
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: () => onHover(null),
  };
}

/** The wheel zooms at the pointer; with Shift, Alt, or sideways on a trackpad, it moves. */
function useWheel(frameRef: RefObject<HTMLElement | null>, controls: Options['controls']) {
  const { moveBy, zoomBy } = controls;
  useEffect(() => {
    const frame = frameRef.current;
    if (!frame) return;
    function turn(event: WheelEvent) {
      event.preventDefault();
      const { deltaX, deltaY, ctrlKey, shiftKey, altKey } = event;
      if (!ctrlKey && (shiftKey || altKey || Math.abs(deltaX) > Math.abs(deltaY))) {
        moveBy(-deltaX, -deltaY);
        return;
      }
      // Firefox counts lines where others count pixels.
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * 33;
      const factor = Math.exp(-pixels * (ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM));
      zoomBy(factor, inFrame(frame, event.clientX, event.clientY));
    }
    // React listens passively, and could not keep the page from being scrolled.
    frame.addEventListener('wheel', turn, { passive: false });
    return () => frame.removeEventListener('wheel', turn);
  }, [frameRef, moveBy, zoomBy]);
}

export function inFrame(frame: HTMLElement | null, clientX: number, clientY: number): Point {
  const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
  return { x: clientX - left, y: clientY - top };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function middleOf(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

import type { Box } from './places.ts';

export type Size = { width: number; height: number };
export type Point = { x: number; y: number };
/** Degrees, clockwise. */
export type Turn = 0 | 90 | 180 | 270;
/** Where the sheet lies in its frame: the upper left corner of the turned sheet, in pixels of the screen. */
export type View = Point & { zoom: number; turn: Turn };

export const MIN_ZOOM = 0.25;
export const MAX_ZOOM = 8;
/** Air around the sheet, in pixels of the screen. */
export const MARGIN = 12;
// A4 at the 96 pixels an inch that CSS counts with: at 100 % an A4 page is as large as on paper.
const SHEET_AREA = 794 * 1_123;

/** How large a page is at 100 %: of its own proportions, and as much paper as A4. */
export function sheetSize({ width, height }: Size): Size {
  const factor = Math.sqrt(SHEET_AREA / (width * height));
  return { width: width * factor, height: height * factor };
}

export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

export function withinZooms(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** The zoom at which the sheet is as wide as its frame, or is seen as a whole. */
export function fittingZoom(fit: 'width' | 'page', frame: Size, sheet: Size, turn: Turn): number {
  const { width, height } = turnedSize(sheet, turn);
  const wide = Math.max(1, frame.width - 2 * MARGIN) / width;
  const high = Math.max(1, frame.height - 2 * MARGIN) / height;
  return withinZooms(fit === 'width' ? wide : Math.min(wide, high));
}

/** The nearest view without needless emptiness: what is smaller than its frame lies at the top, in the middle. */
export function settled(view: View, frame: Size, sheet: Size): View {
  const { width, height } = turnedSize(sheet, view.turn);
  const x = settledOn(view.x, frame.width, width * view.zoom);
  return {
    ...view,
    x: x ?? (frame.width - width * view.zoom) / 2,
    y: settledOn(view.y, frame.height, height * view.zoom) ?? MARGIN,
  };
}

/** Null when there is more room than the length needs. */
function settledOn(start: number, room: number, length: number): number | null {
  if (length + 2 * MARGIN <= room) return null;
  return Math.min(MARGIN, Math.max(room - length - MARGIN, start));
}

/** Whether all of the sheet fits into its frame. */
export function isWhole({ zoom, turn }: View, frame: Size, sheet: Size): boolean {
  const { width, height } = turnedSize(sheet, turn);
  return width * zoom <= frame.width && height * zoom <= frame.height;
}

/** Zooms so that what lies at a point of the frame stays there. */
export function zoomedAt(view: View, at: Point, zoom: number): View {
  const factor = zoom / view.zoom;
  return { ...view, zoom, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor };
}

/** The point of the page, in pixels of the upright page, that lies at a point of the frame. */
export function pointOnPage(at: Point, view: View, sheet: Size, page: Size): Point {
  const across = (at.x - view.x) / view.zoom;
  const down = (at.y - view.y) / view.zoom;
  const { x, y } = unturned({ x: across, y: down }, sheet, view.turn);
  return { x: (x * page.width) / sheet.width, y: (y * page.height) / sheet.height };
}

function unturned({ x, y }: Point, sheet: Size, turn: Turn): Point {
  if (turn === 90) return { x: y, y: sheet.height - x };
  if (turn === 180) return { x: sheet.width - x, y: sheet.height - y };
  if (turn === 270) return { x: sheet.width - y, y: x };
  return { x, y };
}

/** The box as it lies in the frame. */
export function boxInFrame([x0, y0, x1, y1]: Box, view: View, sheet: Size, page: Size): Box {
  const one = pointInFrame({ x: x0, y: y0 }, view, sheet, page);
  const other = pointInFrame({ x: x1, y: y1 }, view, sheet, page);
  return boxBetween(one, other);
}

function pointInFrame(point: Point, view: View, sheet: Size, page: Size): Point {
  const x = (point.x * sheet.width) / page.width;
  const y = (point.y * sheet.height) / page.height;
  const turned = {
    0: { x, y },
    90: { x: sheet.height - y, y: x },
    180: { x: sheet.width - x, y: sheet.height - y },
    270: { x: y, y: sheet.width - x },
  }[view.turn];
  return { x: view.x + turned.x * view.zoom, y: view.y + turned.y * view.zoom };
}

export function boxBetween(one: Point, other: Point): Box {
  return [
    Math.min(one.x, other.x),
    Math.min(one.y, other.y),
    Math.max(one.x, other.x),
    Math.max(one.y, other.y),
  ];
}

/** Moves as little as needed: not at all for what is seen, to the middle for what is not. */
export function showing(box: Box, view: View, frame: Size, sheet: Size, page: Size): View {
  const [x0, y0, x1, y1] = boxInFrame(box, view, sheet, page);
  return {
    ...view,
    x: view.x + shiftInto(x0, x1, frame.width),
    y: view.y + shiftInto(y0, y1, frame.height),
  };
}

function shiftInto(start: number, end: number, room: number): number {
  if (start >= 0 && end <= room) return 0;
  // Of what is larger than the frame, the beginning.
  return end - start > room - 2 * MARGIN ? MARGIN - start : (room - start - end) / 2;
}

/** The CSS transform that lays the sheet so, turned about its upper left corner. */
export function transformOf({ x, y, zoom, turn }: View, { width, height }: Size): string {
  const turned = {
    0: '',
    90: ` translate(${height}px, 0) rotate(90deg)`,
    180: ` translate(${width}px, ${height}px) rotate(180deg)`,
    270: ` translate(0, ${width}px) rotate(270deg)`,
  }[turn];
  return `translate(${x}px, ${y}px) scale(${zoom})${turned}`;
}

import { findInkRuns } from './ink-runs.ts';
import { smallestBox } from './smallest-box.ts';
import type { Point, TextBox } from './text-box.ts';

/** How likely each pixel belongs to the core of a text line, 0 to 1. */
export type TextMap = { width: number; height: number; probability: Float32Array };

// Thresholds of the DBNet paper and PP-OCR's own defaults.
const PIXEL_THRESHOLD = 0.3;
const BOX_THRESHOLD = 0.6;
const UNCLIP_RATIO = 1.6;
const MIN_AREA = 8;
const MIN_SIDE = 3;

/** Turns the detector's map into boxes, in pixels of the map. */
export function boxesFromMap(map: TextMap): TextBox[] {
  const boxes: TextBox[] = [];
  for (const region of regionsOf(map)) {
    if (region.area < MIN_AREA || region.sum / region.area < BOX_THRESHOLD) continue;
    const core = smallestBox(region.points);
    // Points are pixel centres: half a pixel is missing on each side.
    const box = { ...core, width: core.width + 1, height: core.height + 1 };
    if (Math.min(box.width, box.height) >= MIN_SIDE) boxes.push(unclip(box));
  }
  return boxes;
}

type Region = { area: number; sum: number; points: Point[] };

function regionsOf({ width, height, probability }: TextMap): Iterable<Region> {
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) markLikely(ink, probability, y * width, (y + 1) * width);
  const runs = findInkRuns({ width, height, ink });
  const regions = new Map<number, Region>();
  for (let run = 0; run < runs.count; run++) {
    const component = runs.component[run] ?? 0;
    const region = regions.get(component) ?? { area: 0, sum: 0, points: [] };
    regions.set(component, region);
    const row = runs.row[run] ?? 0;
    const start = runs.start[run] ?? 0;
    const end = runs.end[run] ?? 0;
    region.area += end - start;
    for (let x = start; x < end; x++) region.sum += probability[row * width + x] ?? 0;
    region.points.push([start, row], [end - 1, row]);
  }
  return regions.values();
}

// Row by row, since V8 compiles best what is called often; a loop over the whole page runs once a page.
function markLikely(ink: Uint8Array, probability: Float32Array, start: number, end: number): void {
  for (let at = start; at < end; at++) if ((probability[at] ?? 0) > PIXEL_THRESHOLD) ink[at] = 1;
}

// The network marks a shrunken core of each line; this grows it back by the offset its training shrank it by.
function unclip(core: TextBox): TextBox {
  const { width, height } = core;
  const margin = (width * height * UNCLIP_RATIO) / (2 * (width + height));
  return {
    ...core,
    width: width + 2 * margin,
    height: height + 2 * margin,
    coreHeight: Math.min(width, height),
  };
}

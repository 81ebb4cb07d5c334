import type { InkRuns } from './ink-runs.ts';

/** The extent of ink that hangs together, and how many pixels it has. Right and bottom are behind the last. */
export type Shape = { left: number; right: number; top: number; bottom: number; area: number };

/** The shapes of ink by the number of their component. */
export function shapesOf(runs: InkRuns): Map<number, Shape> {
  const shapes = new Map<number, Shape>();
  for (let run = 0; run < runs.count; run++) {
    const component = runs.component[run] ?? 0;
    const row = runs.row[run] ?? 0;
    const start = runs.start[run] ?? 0;
    const end = runs.end[run] ?? 0;
    const shape = shapes.get(component);
    if (shape) {
      if (start < shape.left) shape.left = start;
      if (end > shape.right) shape.right = end;
      shape.bottom = row + 1;
      shape.area += end - start;
    } else {
      shapes.set(component, { left: start, right: end, top: row, bottom: row + 1, area: end - start });
    }
  }
  return shapes;
}

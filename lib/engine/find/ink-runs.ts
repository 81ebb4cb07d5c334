/** Marks which pixels are ink: 1, all others 0. A list of its own, no part of a larger one. */
export type Mask = { width: number; height: number; ink: Uint8Array };

/**
 * Horizontal runs of ink in reading order: row, first column, column after the last. Runs that touch, also by
 * a corner, share the number of their component, which is the index of the first of its runs.
 */
export type InkRuns = {
  count: number;
  row: Int32Array;
  start: Int32Array;
  end: Int32Array;
  component: Int32Array;
};

/** Finds the runs of a mask and which of them belong together (connected components on runs, union-find). */
export function findInkRuns({ width, height, ink }: Mask): InkRuns {
  // Typed and grown by doubling: lists of numbers made the collector of garbage run three times a page.
  let runs = withRoomFor(width + height);
  const fours = new Uint32Array(ink.buffer, ink.byteOffset, ink.length >> 2);
  let count = 0;
  let firstAbove = 0;
  let endAbove = 0;
  for (let y = 0; y < height; y++) {
    // A row holds at most every other pixel.
    if (count + width > runs.row.length) runs = withRoomFor(2 * (count + width), runs);
    const { row, start, end, component } = runs;
    const firstHere = count;
    const from = y * width;
    let above = firstAbove;
    for (let x = 0; x < width; x++) {
      if (ink[from + x] === 0) {
        // Most of a page is paper: four pixels at a time.
        if (((from + x) & 3) === 3) while (x + 4 < width && fours[(from + x + 1) >> 2] === 0) x += 4;
        continue;
      }
      const left = x;
      while (x < width && ink[from + x] === 1) x++;
      row[count] = y;
      start[count] = left;
      end[count] = x;
      component[count] = count;
      while (above < endAbove && (end[above] ?? 0) < left) above++;
      for (let other = above; other < endAbove && (start[other] ?? 0) <= x; other++)
        join(component, other, count);
      count++;
    }
    firstAbove = firstHere;
    endAbove = count;
  }
  for (let run = 0; run < count; run++) runs.component[run] = rootOf(runs.component, run);
  return {
    count,
    row: runs.row.subarray(0, count),
    start: runs.start.subarray(0, count),
    end: runs.end.subarray(0, count),
    component: runs.component.subarray(0, count),
  };
}

type Room = Omit<InkRuns, 'count'>;

function withRoomFor(count: number, filled?: Room): Room {
  const list = (former?: Int32Array) => {
    const longer = new Int32Array(count);
    if (former) longer.set(former);
    return longer;
  };
  return {
    row: list(filled?.row),
    start: list(filled?.start),
    end: list(filled?.end),
    component: list(filled?.component),
  };
}

function rootOf(parent: Int32Array, run: number): number {
  let root = run;
  for (let next = parent[root] ?? root; next !== root; next = parent[root] ?? root) {
    // Halving the path keeps later look-ups short.
    parent[root] = parent[next] ?? next;
    root = parent[root] ?? root;
  }
  return root;
}

function join(parent: Int32Array, one: number, other: number): void {
  const a = rootOf(parent, one);
  const b = rootOf(parent, other);
  if (a < b) parent[b] = a;
  else parent[a] = b;
}

/** Marks which pixels are ink: 1, all others 0. */
export type Mask = { width: number; height: number; ink: Uint8Array };

/**
 * Horizontal runs of ink in reading order: row, first column, column after the last. Runs that touch, also by
 * a corner, share the number of their component, which is the index of one of its runs.
 */
export type InkRuns = { count: number; row: number[]; start: number[]; end: number[]; component: number[] };

/** Finds the runs of a mask and which of them belong together (connected components on runs, union-find). */
export function findInkRuns({ width, height, ink }: Mask): InkRuns {
  const row: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const parent: number[] = [];
  let firstAbove = 0;
  let endAbove = 0;
  for (let y = 0; y < height; y++) {
    const firstHere = row.length;
    const from = y * width;
    let above = firstAbove;
    for (let x = 0; x < width; x++) {
      if (ink[from + x] === 0) continue;
      const left = x;
      while (x < width && ink[from + x] === 1) x++;
      const right = x;
      const run = row.length;
      row.push(y);
      start.push(left);
      end.push(right);
      parent.push(run);
      while (above < endAbove && (end[above] ?? 0) < left) above++;
      for (let other = above; other < endAbove && (start[other] ?? 0) <= right; other++)
        join(parent, other, run);
    }
    firstAbove = firstHere;
    endAbove = row.length;
  }
  return { count: row.length, row, start, end, component: row.map((_, run) => rootOf(parent, run)) };
}

function rootOf(parent: number[], run: number): number {
  let root = run;
  for (let next = parent[root] ?? root; next !== root; next = parent[root] ?? root) {
    // Halving the path keeps later look-ups short.
    parent[root] = parent[next] ?? next;
    root = parent[root] ?? root;
  }
  return root;
}

function join(parent: number[], one: number, other: number): void {
  const a = rootOf(parent, one);
  const b = rootOf(parent, other);
  if (a < b) parent[b] = a;
  else parent[a] = b;
}

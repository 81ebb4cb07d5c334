import type { Run } from './join-runs.ts';
import { overlap, widthOf } from './placed-line.ts';

/**
 * What is read without a break: a block of prose or a single row. Rows from top to bottom, lines from left to
 * right.
 */
export type Unit = {
  rows: Run[][];
  isProse: boolean;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

/**
 * Orders units as a reader would: what stands above comes before what stands below it, a left column before a
 * right one. Where these wishes contradict each other, the unit with the fewest units still before it comes
 * next.
 */
export function orderUnits(units: readonly Unit[]): Unit[] {
  const sorted = [...units].sort((a, b) => a.top - b.top);
  const followers = sorted.map((unit, index) =>
    sorted.flatMap((other, otherIndex) => {
      if (index === otherIndex || !comesBefore(unit, other, sorted)) return [];
      const contradicted = otherIndex < index && comesBefore(other, unit, sorted);
      return contradicted ? [] : [otherIndex];
    }),
  );
  const unreadBefore = sorted.map(() => 0);
  for (const index of followers.flat()) unreadBefore[index] = (unreadBefore[index] ?? 0) + 1;

  const remaining = new Set(sorted.keys());
  const ordered: Unit[] = [];
  while (remaining.size > 0) {
    const next = leastOf(remaining, unreadBefore);
    remaining.delete(next);
    ordered.push(...sorted.slice(next, next + 1));
    for (const index of followers[next] ?? []) unreadBefore[index] = (unreadBefore[index] ?? 0) - 1;
  }
  return ordered;
}

function leastOf(remaining: ReadonlySet<number>, unreadBefore: readonly number[]): number {
  let best = -1;
  let least = Infinity;
  for (const index of remaining) {
    const unread = Math.max(0, unreadBefore[index] ?? 0);
    if (unread < least) {
      best = index;
      least = unread;
    }
  }
  return best;
}

function comesBefore(a: Unit, b: Unit, units: readonly Unit[]): boolean {
  if (sharesColumn(a, b)) return a.top + a.bottom < b.top + b.bottom;
  const isLeft = a.right <= b.left + 4 || (a.left + a.right < b.left + b.right && a.right < b.right);
  if (!isLeft) return false;
  // A unit across both columns, between the two, makes the upper one come first whatever its side.
  const upperEnd = Math.min(a.bottom, b.bottom);
  const lowerStart = Math.max(a.top, b.top);
  if (upperEnd < lowerStart && units.some((unit) => isBetween(unit, a, b, upperEnd, lowerStart))) {
    return a.top < b.top && a.bottom <= b.top;
  }
  return true;
}

function isBetween(unit: Unit, a: Unit, b: Unit, upperEnd: number, lowerStart: number): boolean {
  if (unit === a || unit === b) return false;
  const middle = (unit.top + unit.bottom) / 2;
  return middle > upperEnd - 2 && middle < lowerStart + 2 && sharesColumn(unit, a) && sharesColumn(unit, b);
}

function sharesColumn(a: Unit, b: Unit): boolean {
  return overlap(a, b) > 0.1 * Math.min(widthOf(a), widthOf(b));
}

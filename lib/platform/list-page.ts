/** Where a list goes on: the row itself is left out. */
export type Position = { direction: 'older' | 'newer'; createdAt: Date; id: string };

export type Page<T> = { items: T[]; newer: Position | null; older: Position | null };

type Listed = { createdAt: Date; id: string };

/**
 * Makes a page of rows in list order (newest first) that were read from `position` on, one more than a page holds:
 * the spare one tells that there are further rows in the reading direction.
 */
export function pageOf<T extends Listed>(
  rows: readonly T[],
  position: Position | null,
  size: number,
): Page<T> {
  const isNewer = position?.direction === 'newer';
  const hasMore = rows.length > size;
  const items = isNewer ? rows.slice(-size) : rows.slice(0, size);
  const [first, last] = [items.at(0), items.at(-1)];
  const hasNewer = isNewer ? hasMore : position !== null;
  const hasOlder = isNewer || hasMore;
  return {
    items,
    newer: first && hasNewer ? { direction: 'newer', createdAt: first.createdAt, id: first.id } : null,
    older: last && hasOlder ? { direction: 'older', createdAt: last.createdAt, id: last.id } : null,
  };
}

/** How many rows in list order, the nearest to `position` first, make up a page of at most `maxBytes`; at least one. */
export function howManyFit(
  rows: readonly { bytes: number }[],
  position: Position | null,
  maxBytes: number,
): number {
  const nearestFirst = position?.direction === 'newer' ? rows.toReversed() : rows;
  let bytes = 0;
  const tooMuch = nearestFirst.findIndex((row) => {
    bytes += row.bytes;
    return bytes > maxBytes;
  });
  return tooMuch === -1 ? Math.max(1, rows.length) : Math.max(1, tooMuch);
}

/** The query of a list that goes on at `position`: rows beyond it, in the direction of reading. */
export function beyond(position: Position | null) {
  const isNewer = position?.direction === 'newer';
  const order = isNewer ? ('asc' as const) : ('desc' as const);
  const [side, bound] = isNewer ? (['gt', 'gte'] as const) : (['lt', 'lte'] as const);
  return {
    orderBy: [{ createdAt: order }, { id: order }],
    where: position
      ? {
          // An index finds its place by this alone; for the alternatives it would be read from its beginning.
          createdAt: { [bound]: position.createdAt },
          OR: [
            { createdAt: { [side]: position.createdAt } },
            { createdAt: position.createdAt, id: { [side]: position.id } },
          ],
        }
      : {},
  };
}

/** Rows in list order, newest first, whichever direction they were read in. */
export function inListOrder<T>(rows: T[], position: Position | null): T[] {
  return position?.direction === 'newer' ? rows.toReversed() : rows;
}

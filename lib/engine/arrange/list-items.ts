import { ordinalsOf, startsWithBullet } from './list-mark.ts';

/**
 * Those of the rows, in reading order, that begin an item of a list: with a bullet, or with a number or letter
 * that another row of the same kind goes on from, or goes on to: in a column of names, "M. Lee" is no item.
 */
export function listItems<Row extends { text: string }>(rows: readonly Row[]): ReadonlySet<Row> {
  const items = new Set<Row>();
  const latest = new Map<string, { row: Row; place: number }>();
  for (const row of rows) {
    if (startsWithBullet(row.text)) items.add(row);
    for (const { series, place } of ordinalsOf(row.text)) {
      const before = latest.get(series);
      if (before && place === before.place + 1) items.add(before.row).add(row);
      latest.set(series, { row, place });
    }
  }
  return items;
}

import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';

/**
 * Operations that turn the lines `from` into `to`, exactly: their words and boxes, too. Lines that are the same
 * object in both are not mentioned, unless they stand elsewhere.
 */
export function wayBetween(from: readonly ExtractionLine[], to: readonly ExtractionLine[]): LineOperation[] {
  const wanted = new Map(to.map((line) => [line.id, line]));
  const stays = new Map(from.filter((line) => wanted.get(line.id) === line).map((line) => [line.id, line]));
  const operations: LineOperation[] = from
    .filter(({ id }) => !stays.has(id))
    .map(({ id }) => ({ op: 'remove', line: id }));

  const order = [...stays.keys()];
  to.forEach((line, place) => {
    const after = to[place - 1]?.id ?? null;
    if (!stays.has(line.id)) {
      const { id, text, box, words } = line;
      operations.push({ op: 'add', after, added: id, text, box, words });
      order.splice(place, 0, id);
    } else if (order[place] !== line.id) {
      operations.push({ op: 'move', line: line.id, after });
      order.splice(order.indexOf(line.id), 1);
      order.splice(place, 0, line.id);
    }
  });
  return operations;
}

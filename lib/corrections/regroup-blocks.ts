import type { Block, ExtractionLine, PageReading } from '#lib/contracts/index.ts';
import { type Box, unionOf } from './box.ts';

type ReadLine = PageReading['lines'][number];

/** Lines that follow each other and belong to one block of the reading. */
type Run = { block: Block; places: Map<number, number[]> };

/**
 * The blocks of a reading over the lines of now. A line that is new belongs where the line before it does; one that
 * was moved among the lines of another block, to that block; a block that others now interrupt is two.
 */
export function regroupBlocks(
  blocks: readonly Block[],
  lines: readonly ExtractionLine[],
  read: readonly ReadLine[],
): Block[] | undefined {
  const blockOf = new Map(blocks.flatMap((block) => block.lines.map((place) => [place, block] as const)));
  const anchors = anchorsOf(lines, blockOf);
  if (!anchors) return undefined;
  const runs: Run[] = [];
  anchors.forEach((anchor, place) => {
    const block = blockOf.get(anchor);
    if (!block) return;
    const last = runs.at(-1);
    const run = last?.block === block ? last : { block, places: new Map<number, number[]>() };
    if (run !== last) runs.push(run);
    run.places.set(anchor, [...(run.places.get(anchor) ?? []), place]);
  });
  return runs.map((run) => blockOfRun(run, read));
}

/** For each line the line of the reading in whose place it stands; undefined when no line is of the reading. */
function anchorsOf(
  lines: readonly ExtractionLine[],
  blockOf: ReadonlyMap<number, Block>,
): number[] | undefined {
  const own = lines.map(({ id }) => {
    const place = /^r(\d+)$/.exec(id)?.[1];
    return place !== undefined && blockOf.has(Number(place)) ? Number(place) : undefined;
  });
  const first = own.find((place) => place !== undefined);
  if (first === undefined) return undefined;
  const anchors: number[] = [];
  for (const [index, place] of own.entries()) {
    const before = anchors.at(-1);
    anchors.push(place === undefined || isStray(index) ? (before ?? first) : place);
  }
  return anchors;

  function isStray(index: number): boolean {
    const [before, at, after] = [-1, 0, 1].map((step) => blockAt(index + step));
    return before !== undefined && before === after && before !== at;
  }

  function blockAt(index: number): Block | undefined {
    const place = own[index];
    return place === undefined ? undefined : blockOf.get(place);
  }
}

function blockOfRun({ block, places }: Run, read: readonly ReadLine[]): Block {
  const placesNow = (lines: readonly number[]) => lines.flatMap((line) => places.get(line) ?? []);
  const boxOf = (lines: readonly number[]): Box =>
    unionOf(lines.map((line) => read[line]?.box ?? null)) ?? block.box;
  const lines = [...places.values()].flat();
  const place = { lines, box: boxOf(lines) };
  switch (block.type) {
    case 'list': {
      const items = block.items.map((item) => ({ lines: placesNow(item.lines) }));
      return { ...block, ...place, items: items.filter((item) => item.lines.length > 0) };
    }
    case 'table': {
      const rows = block.table.rows.map(({ cells }) => ({
        cells: cells.flatMap((cell) => {
          const own = placesNow(cell.lines);
          const text = own.map((line) => read[line]?.text ?? '').join(' ');
          return own.length > 0 ? [{ ...cell, text, lines: own, box: boxOf(own) }] : [];
        }),
      }));
      return {
        ...block,
        ...place,
        table: { ...block.table, rows: rows.filter(({ cells }) => cells.length > 0) },
      };
    }
    default:
      return { ...block, ...place };
  }
}

import { lineOfWords } from '../line-of-words.ts';
import { unionOf } from '../page-boxes.ts';
import type { Block, Line, TableCell, Word } from '../page-reading.ts';
import type { FoundBlock } from './find-blocks.ts';
import type { Span } from './placed-line.ts';
import { type Cell, columnsUnder } from './table-cells.ts';
import type { TextRow } from './text-row.ts';

export type AssembledPage = { text: string; lines: Line[]; blocks: Block[] };

/** Numbers the lines of the blocks in their order, and writes the text of their rows. */
export function assemblePage(found: readonly FoundBlock[]): AssembledPage {
  const lines: Line[] = [];
  const rows: string[] = [];
  const blocks = found.map(addBlock);
  return { text: rows.join('\n'), lines, blocks };

  function addBlock(block: FoundBlock): Block {
    const first = lines.length;
    switch (block.type) {
      case 'table': {
        const table = {
          columns: block.columns.length,
          rows: block.rows.map((row) => addCells(row, block.columns)),
        };
        return { type: block.type, ...placeFrom(first), table };
      }
      case 'list': {
        const items = block.items.map((item) => ({ lines: addRows(item) }));
        return { type: block.type, ...placeFrom(first), items };
      }
      case 'heading':
        addRows(block.rows);
        return { type: block.type, ...placeFrom(first), level: block.level };
      default:
        addRows(block.rows);
        return { type: block.type, ...placeFrom(first) };
    }
  }

  function addRows(added: readonly TextRow[]): number[] {
    rows.push(...added.map(({ text }) => text));
    return added.flatMap((row) => addLines(row.lines.map(({ line }) => line)));
  }

  function addLines(added: readonly Line[]): number[] {
    return added.map((line) => lines.push(line) - 1);
  }

  function addCells(row: readonly Cell[], columns: readonly Span[]): { cells: TableCell[] } {
    const texts = new Array<string>(columns.length).fill('');
    const cells = byColumn(row, columns).map(({ column, span, own }) => {
      const text = own.map((line) => line.text).join(' ');
      texts[column] = text;
      return { column, span, text, box: unionOf(own.map(({ box }) => box)), lines: addLines(own) };
    });
    rows.push(texts.join('\t').trimEnd());
    return { cells };
  }

  function placeFrom(first: number): { box: Block['box']; lines: number[] } {
    const own = lines.slice(first);
    return { box: unionOf(own.map(({ box }) => box)), lines: own.map((_, index) => first + index) };
  }
}

function byColumn(
  row: readonly Cell[],
  columns: readonly Span[],
): { column: number; span: number; own: Line[] }[] {
  const found = new Map<number, { column: number; span: number; own: Line[] }>();
  for (const cell of row) {
    const { first, last } = columnsUnder(cell, columns);
    const known = found.get(first) ?? { column: first, span: 1, own: [] };
    known.span = Math.max(known.span, last - first + 1);
    known.own.push(...linesOf(cell));
    found.set(first, known);
  }
  return [...found.values()];
}

// A line that the finder ran through several cells gives each its own words.
function linesOf({ words }: Cell): Line[] {
  const own = new Set<Word>(words.map(({ word }) => word));
  return [...new Set(words.map(({ line }) => line))].map((line) =>
    line.words.every((word) => own.has(word))
      ? line
      : lineOfWords(line.words.filter((word) => own.has(word))),
  );
}

import { findParagraphs } from './find-paragraphs.ts';
import { findTables } from './find-tables.ts';
import { headingLevel } from './heading-level.ts';
import { listItems } from './list-items.ts';
import type { Span } from './placed-line.ts';
import type { Cell } from './table-cells.ts';
import type { TextRow } from './text-row.ts';
import { type UsualText, usualText } from './usual-text.ts';

/** Rows of a page that belong together, and what they are. */
export type FoundBlock =
  | { type: 'paragraph' | 'header' | 'footer' | 'note'; rows: TextRow[] }
  | { type: 'heading'; rows: TextRow[]; level: number }
  | { type: 'list'; items: TextRow[][] }
  | { type: 'table'; columns: Span[]; rows: Cell[][] };

/** Parts the rows of a page, in reading order, into blocks. `minGap` parts cells; in letter heights. */
export function findBlocks(rows: readonly TextRow[], minGap: number): FoundBlock[] {
  const usual = usualText(rows);
  const items = listItems(rows);
  const blocks: FoundBlock[] = [];
  let at = 0;
  for (const { first, end, columns, cells } of findTables(rows, minGap)) {
    blocks.push(...textBlocks(rows.slice(at, first), items, usual), { type: 'table', columns, rows: cells });
    at = end;
  }
  return [...blocks, ...textBlocks(rows.slice(at), items, usual)];
}

function textBlocks(rows: readonly TextRow[], items: ReadonlySet<TextRow>, usual: UsualText): FoundBlock[] {
  const blocks: FoundBlock[] = [];
  const paragraphs = findParagraphs(rows, items, usual);
  const isItem = ([first]: readonly TextRow[] = []) => first !== undefined && items.has(first);
  paragraphs.forEach((paragraph, index) => {
    const last = blocks.at(-1);
    const level = headingLevel(paragraph, paragraphs[index - 1], paragraphs[index + 1], usual);
    if (level) blocks.push({ type: 'heading', rows: paragraph, level });
    else if (!isItem(paragraph)) blocks.push({ type: 'paragraph', rows: paragraph });
    else if (last?.type === 'list') last.items.push(paragraph);
    else if (isItem(paragraphs[index + 1])) blocks.push({ type: 'list', items: [paragraph] });
    else blocks.push({ type: 'paragraph', rows: paragraph });
  });
  return blocks;
}

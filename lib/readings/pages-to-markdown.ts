import type { Block } from '#lib/contracts/index.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { flowRows, joinTexts } from './flow-rows.ts';
import { blocksOf, linesAt, type ReadPage } from './read-page.ts';
import { rowsOfLines } from './rows-of-lines.ts';

const PAGE_BREAK = '\n\n---\n\n';
const LINE_BREAK = '\\\n';
const NUMBER = /^\(?(\d{1,3})[.)]\s+/;
const BULLET = /^(?:[^\p{L}\p{N}\s(]\s+|[•●○◦▪■□‣·])/u;

/**
 * Markdown (CommonMark with GitHub's tables) that shows the text of the pages, all of it: headings, paragraphs
 * without the line ends of the page, lists, tables; notes as quotations, running heads and feet as paragraphs.
 * Pages are parted by rules; one that could not be read (null) is empty.
 */
export function pagesToMarkdown(pages: readonly (ReadPage | null)[]): string {
  return pages.map((page) => (page ? pageToMarkdown(page) : '')).join(PAGE_BREAK);
}

function pageToMarkdown(page: ReadPage): string {
  return blocksOf(page)
    .map((block) => blockToMarkdown(block, page))
    .join('\n\n');
}

function blockToMarkdown(block: Block, page: ReadPage): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(textOf(page, block.lines))}`;
    case 'list':
      return block.items.map(({ lines }) => itemToMarkdown(textOf(page, lines))).join('\n');
    case 'table':
      return tableToMarkdown(block.table);
    case 'note':
      return `> ${escapeMarkdown(textOf(page, block.lines))}`;
    default:
      return flowRows(rowsOfLines(linesAt(page, block.lines)))
        .map(escapeMarkdown)
        .join(LINE_BREAK);
  }
}

/** The text of lines without the line ends of the page. */
function textOf(page: ReadPage, places: readonly number[]): string {
  return linesAt(page, places).reduce((text, line) => (text ? joinTexts(text, line.text) : line.text), '');
}

function itemToMarkdown(text: string): string {
  const number = NUMBER.exec(text);
  if (number) return `${number[1]}. ${escapeMarkdown(text.slice(number[0].length))}`;
  return `- ${escapeMarkdown(text.replace(BULLET, ''))}`;
}

function tableToMarkdown({ columns, rows }: Extract<Block, { type: 'table' }>['table']): string {
  const lines = rows.map(({ cells }) => {
    const texts = new Array<string>(columns).fill('');
    for (const { column, text } of cells) texts[column] = escapeMarkdown(text);
    return `| ${texts.join(' | ')} |`;
  });
  // GitHub's tables have a head: the first row is the best guess.
  const rule = `|${' --- |'.repeat(columns)}`;
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n');
}

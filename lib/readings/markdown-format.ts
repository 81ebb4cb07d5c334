import type { Block } from '#lib/contracts/index.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { flowRows, flowText } from './flow-rows.ts';
import { partsOfItem } from './list-mark.ts';
import type { PageFormat } from './page-format.ts';
import { blocksOf, linesAt, type ReadPage } from './read-page.ts';
import { rowsOfLines } from './rows-of-lines.ts';

const LINE_BREAK = '\\\n';

/**
 * Markdown (CommonMark with GitHub's tables) that shows the text of the pages, all of it: headings, paragraphs
 * without the line ends of the page, lists, tables; notes as quotations, running heads and feet as paragraphs.
 * Pages are parted by rules; one that could not be read is empty.
 */
export const markdownFormat: PageFormat = {
  head: () => '',
  page: ({ reading }) => (reading ? pageToMarkdown(reading) : ''),
  between: '\n\n---\n\n',
  foot: '',
};

function pageToMarkdown(page: ReadPage): string {
  return blocksOf(page)
    .map((block) => blockToMarkdown(block, page))
    .join('\n\n');
}

function blockToMarkdown(block: Block, page: ReadPage): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(flowText(linesAt(page, block.lines)))}`;
    case 'list':
      return block.items.map(({ lines }) => itemToMarkdown(flowText(linesAt(page, lines)))).join('\n');
    case 'table':
      return tableToMarkdown(block.table);
    case 'note':
      return `> ${escapeMarkdown(flowText(linesAt(page, block.lines)))}`;
    default:
      return flowRows(rowsOfLines(linesAt(page, block.lines)))
        .map(escapeMarkdown)
        .join(LINE_BREAK);
  }
}

function itemToMarkdown(text: string): string {
  const item = partsOfItem(text);
  return `${item.number === null ? '-' : `${item.number}.`} ${escapeMarkdown(item.text)}`;
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

import {
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block } from '#lib/contracts/index.ts';
import { flowRows, flowText } from './flow-rows.ts';
import { partsOfItem } from './list-mark.ts';
import type { DocumentFacts } from './page-format.ts';
import { blocksOf, linesAt, type NumberedPage, type ReadPage } from './read-page.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import { xmlText } from './xml-text.ts';

type TableBlock = Extract<Block, { type: 'table' }>;

const BULLETS = 'bullets';
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const GREY = '666666';
const FULL_WIDTH = { size: 100, type: WidthType.PERCENTAGE };
const HANGING = { left: 360, hanging: 360 };

/**
 * A Word document that flows: headings, paragraphs without the line ends of the page, lists and tables; running
 * heads and feet in grey, notes in italics. Each page begins a page; one that could not be read is empty.
 */
export async function docxFile(
  pages: readonly NumberedPage[],
  { name }: DocumentFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const children = pages.flatMap(({ reading }, index) => {
    const content = reading ? blocksOf(reading).flatMap((block) => contentOf(block, reading)) : [];
    return index === 0 ? content : [new Paragraph({ children: [new PageBreak()] }), ...content];
  });
  const bullet = {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    style: { paragraph: { indent: HANGING } },
  };
  const document = new Document({
    title: xmlText(name),
    creator: 'Lectern',
    numbering: { config: [{ reference: BULLETS, levels: [bullet] }] },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function contentOf(block: Block, page: ReadPage): (Paragraph | Table)[] {
  const lines = linesAt(page, block.lines);
  switch (block.type) {
    case 'heading': {
      const heading = HEADINGS[Math.min(block.level, HEADINGS.length) - 1] ?? HeadingLevel.HEADING_1;
      return [new Paragraph({ heading, ...textOf(flowText(lines)) })];
    }
    case 'list':
      return block.items.map((item) => listItem(flowText(linesAt(page, item.lines))));
    case 'table':
      return [table(block)];
    case 'note':
      return [new Paragraph(textOf(flowText(lines), { italics: true }))];
    case 'header':
    case 'footer':
      return [new Paragraph(textOf(flowText(lines), { color: GREY }))];
    case 'paragraph':
      return [new Paragraph(textOf(flowRows(rowsOfLines(lines)).join('\n')))];
  }
}

/** A numbered item keeps the number that the page shows: Word would count anew. */
function listItem(text: string): Paragraph {
  const item = partsOfItem(text);
  if (item.number === null)
    return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, ...textOf(item.text) });
  return new Paragraph({ indent: HANGING, ...textOf(`${item.number}.\t${item.text}`) });
}

function table({ table: { columns, rows } }: TableBlock): Table {
  return new Table({
    width: FULL_WIDTH,
    rows: rows.map(({ cells }) => {
      const children: TableCell[] = [];
      let column = 0;
      for (const cell of cells) {
        for (; column < cell.column; column++) children.push(tableCell('', 1));
        children.push(tableCell(cell.text, cell.span));
        column += cell.span;
      }
      for (; column < columns; column++) children.push(tableCell('', 1));
      return new TableRow({ children });
    }),
  });
}

function tableCell(text: string, columnSpan: number): TableCell {
  return new TableCell({ columnSpan, children: [new Paragraph(textOf(text))] });
}

/** Line breaks within; text of Hebrew or Arabic letters runs from the right. */
function textOf(
  text: string,
  look: { italics?: boolean; color?: string } = {},
): { children: ParagraphChild[]; bidirectional: boolean } {
  const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(text);
  const children = xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, rightToLeft, ...look, ...(index > 0 && { break: 1 }) }));
  return { children, bidirectional: rightToLeft };
}

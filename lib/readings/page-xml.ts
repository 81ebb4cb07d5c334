import type { Block } from '#lib/contracts/index.ts';
import { escapeXml } from './escape-xml.ts';
import {
  type Box,
  blocksOf,
  boxAround,
  linesAt,
  type NumberedPage,
  type PageLine,
  type PageWord,
  pixelBox,
  type ReadPage,
} from './read-page.ts';

const NAMESPACE = 'http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15';
/** Kinds of text regions in PAGE; what has none of its own is told in `custom`. */
const REGION_TYPES: Record<Exclude<Block['type'], 'table'>, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  header: 'header',
  footer: 'footer',
  note: 'marginalia',
  list: 'paragraph',
};

type TableBlock = Extract<Block, { type: 'table' }>;
type Cell = TableBlock['table']['rows'][number]['cells'][number];

/**
 * A page as PAGE XML of 2019-07-15, which holds one page a file: regions in reading order, tables with their
 * cells, lines and words with confidence. A page that could not be read has no regions. `imageName` names the
 * picture to which the pixels belong.
 */
export function pageXml(page: NumberedPage, imageName: string, writtenAt: Date): string {
  const { reading } = page;
  const time = writtenAt.toISOString();
  const size = `imageWidth="${reading?.width ?? 0}" imageHeight="${reading?.height ?? 0}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/pagecontent.xsd">
<Metadata>
<Creator>Lectern</Creator>
<Created>${time}</Created>
<LastChange>${time}</LastChange>
</Metadata>
<Page imageFilename="${escapeXml(imageName)}" ${size}>
${reading ? regions(reading) : ''}
</Page>
</PcGts>
`;
}

function regions(page: ReadPage): string {
  let ids = 0;
  const blocks = blocksOf(page);
  if (blocks.length === 0) return '';
  const order = blocks.map((_, index) => `<RegionRefIndexed index="${index}" regionRef="region_${index}"/>`);
  return [
    `<ReadingOrder><OrderedGroup id="order">${order.join('')}</OrderedGroup></ReadingOrder>`,
    ...blocks.map((block, index) =>
      block.type === 'table' ? table(block, `region_${index}`) : text(block, `region_${index}`),
    ),
  ].join('\n');

  function text(block: Exclude<Block, TableBlock>, name: string): string {
    const custom = block.type === 'list' ? ' custom="structure {type:list;}"' : '';
    const lines = linesAt(page, block.lines);
    return `<TextRegion id="${name}" type="${REGION_TYPES[block.type]}"${custom}>
${coords(block.box)}
${lines.map(line).join('\n')}
${equivalent(lines.map(({ text }) => text).join('\n'))}
</TextRegion>`;
  }

  function table({ box, table: { columns, rows } }: TableBlock, name: string): string {
    const cells = rows.flatMap((row, index) => row.cells.map((of) => cell(of, index)));
    return `<TableRegion id="${name}" rows="${rows.length}" columns="${columns}">
${coords(box)}
${cells.join('\n')}
</TableRegion>`;
  }

  function cell({ column, span, box, lines: places, text }: Cell, row: number): string {
    const lines = linesAt(page, places);
    const role = `rowIndex="${row}" columnIndex="${column}" rowSpan="1" colSpan="${span}"`;
    return `<TextRegion id="${id('cell')}">
${coords(boxAround(lines) ?? box)}
<Roles><TableCellRole ${role}/></Roles>
${lines.map(line).join('\n')}
${equivalent(text)}
</TextRegion>`;
  }

  function line({ box, text, words }: PageLine): string {
    const content = words.map(word).join('');
    return `<TextLine id="${id('line')}">${coords(box)}${content}${equivalent(text)}</TextLine>`;
  }

  function word({ box, text, confidence }: PageWord): string {
    return `<Word id="${id('word')}">${coords(box)}${equivalent(text, confidence)}</Word>`;
  }

  function id(kind: string): string {
    ids += 1;
    return `${kind}_${ids}`;
  }
}

function equivalent(text: string, confidence: number | null = null): string {
  const sureness = confidence === null ? '' : ` conf="${Math.min(1, Math.max(0, confidence)).toFixed(3)}"`;
  return `<TextEquiv${sureness}><Unicode>${escapeXml(text)}</Unicode></TextEquiv>`;
}

function coords(box: Box): string {
  const [left, top, right, bottom] = pixelBox(box);
  return `<Coords points="${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}"/>`;
}

import type { Block } from '#lib/contracts/index.ts';
import { escapeXml } from './escape-xml.ts';
import type { PageFormat } from './page-format.ts';
import {
  type Box,
  blocksOf,
  boxAround,
  linesAt,
  type NumberedPage,
  type PageLine,
  type PageWord,
  pixelBox,
} from './read-page.ts';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const SCHEMA = 'http://www.loc.gov/standards/alto/v4/alto-4-4.xsd';
const ROLES = ['paragraph', 'heading', 'header', 'footer', 'note', 'list', 'table'] as const;

/**
 * ALTO 4.4 in pixels: blocks with what they are as layout tags, lists and tables as blocks of blocks, words with
 * their confidence, and CS where a person corrected or confirmed them. A page that could not be read is empty.
 */
export const altoFormat: PageFormat = {
  head: ({ name }) => `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" SCHEMAVERSION="4.4">
<Description>
<MeasurementUnit>pixel</MeasurementUnit>
<sourceImageInformation><fileName>${escapeXml(name)}</fileName></sourceImageInformation>
<Processing ID="lectern"><processingCategory>contentGeneration</processingCategory><processingSoftware><softwareName>Lectern</softwareName></processingSoftware></Processing>
</Description>
<Tags>
${ROLES.map((role) => `<LayoutTag ID="${role}" LABEL="${role}"/>`).join('\n')}
</Tags>
<Layout>
`,
  page: altoPage,
  between: '\n',
  foot: `
</Layout>
</alto>
`,
};

function altoPage({ number, reading }: NumberedPage): string {
  const attributes = `ID="page_${number}" PHYSICAL_IMG_NR="${number}"`;
  if (!reading) return `<Page ${attributes}/>`;
  const page = reading;
  let ids = 0;
  const { width, height } = page;
  const blocks = blocksOf(page).map(block).join('\n');
  return `<Page ${attributes} WIDTH="${width}" HEIGHT="${height}">
<PrintSpace HPOS="0" VPOS="0" WIDTH="${width}" HEIGHT="${height}">
${blocks}
</PrintSpace>
</Page>`;

  function block(of: Block): string {
    const attributes = `ID="${id('block')}" ${placed(of.box)} TAGREFS="${of.type}"`;
    const parts = partsOf(of);
    if (!parts) return textBlock(attributes, linesAt(page, of.lines));
    const blocks = parts.map((places) => {
      const lines = linesAt(page, places);
      return textBlock(`ID="${id('block')}" ${placed(boxAround(lines) ?? of.box)}`, lines);
    });
    return `<ComposedBlock ${attributes} TYPE="${of.type}">\n${blocks.join('\n')}\n</ComposedBlock>`;
  }

  function textBlock(attributes: string, lines: readonly PageLine[]): string {
    return `<TextBlock ${attributes}>\n${lines.map(line).join('\n')}\n</TextBlock>`;
  }

  function line({ box, text, words, confidence }: PageLine): string {
    // A line of ALTO holds a string at least.
    const strings = words.length > 0 ? words : [{ text, confidence, box }];
    const content = strings.map(string).join('<SP/>');
    return `<TextLine ID="${id('line')}" ${placed(box)}>${content}</TextLine>`;
  }

  function string({ text, box, confidence, by }: PageWord): string {
    const sureness = confidence === null ? '' : ` WC="${Math.min(1, Math.max(0, confidence)).toFixed(3)}"`;
    const corrected = by ? ' CS="true"' : '';
    return `<String ID="${id('word')}" ${placed(box)} CONTENT="${escapeXml(text)}"${sureness}${corrected}/>`;
  }

  function id(kind: string): string {
    ids += 1;
    return `${kind}_${number}_${ids}`;
  }
}

/** Lines of the items of a list and of the cells of a table; null for a block without parts. */
function partsOf(block: Block): (readonly number[])[] | null {
  if (block.type === 'list') return block.items.map(({ lines }) => lines);
  if (block.type !== 'table') return null;
  return block.table.rows.flatMap(({ cells }) => cells.map(({ lines }) => lines));
}

function placed(box: Box): string {
  const [left, top, right, bottom] = pixelBox(box);
  return `HPOS="${left}" VPOS="${top}" WIDTH="${right - left}" HEIGHT="${bottom - top}"`;
}

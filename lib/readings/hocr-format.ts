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
  type ReadPage,
} from './read-page.ts';

const CAPABILITIES = 'ocr_page ocr_carea ocr_par ocr_line ocrx_word';

/**
 * hOCR 1.2 as XHTML: pages, areas (blocks), paragraphs (items of lists, rows of tables), lines and words with
 * their boxes in pixels, and the confidence of words in percent. A page that could not be read is empty.
 */
export const hocrFormat: PageFormat = {
  head: ({ name, pageCount }) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<title>${escapeXml(name)}</title>
<meta name="ocr-system" content="lectern"/>
<meta name="ocr-capabilities" content="${CAPABILITIES}"/>
<meta name="ocr-number-of-pages" content="${pageCount}"/>
</head>
<body>
`,
  page: hocrPage,
  between: '\n',
  foot: `
</body>
</html>
`,
};

function hocrPage({ number, reading }: NumberedPage): string {
  // Ids are counted within the page: "word_2_17" is the seventeenth word of the second page.
  const counts = new Map<string, number>();
  const place = `bbox 0 0 ${reading?.width ?? 0} ${reading?.height ?? 0}; ppageno ${number - 1}`;
  const areas = reading ? blocksOf(reading).map((block) => area(block, reading)) : [];
  return `<div class="ocr_page" id="page_${number}" title="${place}">\n${areas.join('\n')}\n</div>`;

  function area(block: Block, of: ReadPage): string {
    const paragraphs = paragraphsOf(block, of).map(paragraph).join('\n');
    return `<div class="ocr_carea" ${at('block', block.box)}>\n${paragraphs}\n</div>`;
  }

  function paragraph(lines: readonly PageLine[]): string {
    const box = boxAround(lines) ?? [0, 0, 0, 0];
    return `<p class="ocr_par" ${at('par', box)}>\n${lines.map(line).join('\n')}\n</p>`;
  }

  function line({ box, words }: PageLine): string {
    return `<span class="ocr_line" ${at('line', box)}>${words.map(word).join(' ')}</span>`;
  }

  function word({ box, text, confidence }: PageWord): string {
    const sureness = confidence === null ? '' : `; x_wconf ${Math.round(100 * confidence)}`;
    return `<span class="ocrx_word" ${at('word', box, sureness)}>${escapeXml(text)}</span>`;
  }

  function at(kind: string, box: Box, more = ''): string {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `id="${kind}_${number}_${count}" title="bbox ${pixelBox(box).join(' ')}${more}"`;
  }
}

function paragraphsOf(block: Block, page: ReadPage): PageLine[][] {
  if (block.type === 'list') return block.items.map(({ lines }) => linesAt(page, lines));
  if (block.type !== 'table') return [linesAt(page, block.lines)];
  return block.table.rows.map(({ cells }) => cells.flatMap(({ lines }) => linesAt(page, lines)));
}

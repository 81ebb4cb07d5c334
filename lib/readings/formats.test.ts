import { describe, expect, it } from 'vitest';
import { box, lineAt as line, lines, page } from '#lib/testing/sample-page.ts';
import {
  documentText,
  hocrFormat,
  markdownFormat,
  type PageFormat,
  type ReadPage,
  textFormat,
} from './index.ts';

/** The readings as pages 1, 2, … of a document. */
function written(format: PageFormat, readings: readonly (ReadPage | null)[], name = ''): string {
  const pages = readings.map((reading, index) => ({ number: index + 1, reading }));
  return documentText(format, pages, { name, pageCount: pages.length });
}

describe('plain text', () => {
  it('parts pages by form feeds and leaves those out that could not be read', () => {
    expect(written(textFormat, [page, null, { ...page, text: 'third' }])).toBe(
      'Harbour & Sons\nItem\tPrice\f\fthird',
    );
  });
});

describe('Markdown', () => {
  it('writes headings, paragraphs without their line ends, lists, tables and notes', () => {
    expect(written(markdownFormat, [page])).toBe(
      [
        '## Harbour & Sons',
        'A price list for the year of 1931, printed in Wexcombe.',
        '- Paper \\<A4\\>\n- Ink',
        '| Item |  | Price |\n| --- | --- | --- |\n| Red\\|blue |  | 4.50 |',
        '> Sold out',
        '17',
      ].join('\n\n'),
    );
  });

  it('parts pages by rules', () => {
    const short = { ...page, blocks: page.blocks?.slice(-1) };
    expect(written(markdownFormat, [short, null, short])).toBe('17\n\n---\n\n\n\n---\n\n17');
  });

  it('keeps the numbers of a numbered list', () => {
    const numbered: ReadPage = {
      ...page,
      lines: [line('7. Paper', 0, 0), line('(8) Ink', 0, 20)],
      blocks: [{ type: 'list', box, lines: [0, 1], items: [{ lines: [0] }, { lines: [1] }] }],
    };
    expect(written(markdownFormat, [numbered])).toBe('7. Paper\n8. Ink');
  });

  it('writes the lines of a reading that has no blocks', () => {
    expect(written(markdownFormat, [{ text: '', width: 300, height: 400, lines: lines.slice(6, 8) }])).toBe(
      'Item\n\nPrice',
    );
  });
});

describe('hOCR', () => {
  const hocr = written(hocrFormat, [page, null], 'Prices & <more>');

  it('gives each word its place and its confidence in percent', () => {
    expect(hocr).toContain(
      '<span class="ocrx_word" id="word_1_2" title="bbox 80 0 90 20; x_wconf 95">&amp;</span>',
    );
    expect(hocr.match(/class="ocrx_word"/g)).toHaveLength(lines.flatMap(({ words }) => words).length);
    expect(hocr.match(/class="ocr_line"/g)).toHaveLength(lines.length);
  });

  it('has a page for each, those that could not be read too', () => {
    expect(hocr).toContain('<div class="ocr_page" id="page_1" title="bbox 0 0 300 400; ppageno 0">');
    expect(hocr).toContain('<div class="ocr_page" id="page_2" title="bbox 0 0 0 0; ppageno 1">\n\n</div>');
  });

  it('is well-formed, each id given once', () => {
    expect(unclosedTags(hocr)).toEqual([]);
    const ids = [...hocr.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(hocr).toContain('<title>Prices &amp; &lt;more&gt;</title>');
  });

  it('holds nothing that XML cannot hold', () => {
    const odd = { ...page, blocks: undefined, lines: [line('a\u0000b\u001b "\ud800"', 0, 0)] };
    const { blocks: _, ...plain } = odd;
    expect(written(hocrFormat, [plain])).toContain('>a\ufffdb\ufffd</span>');
    expect(written(hocrFormat, [plain])).toContain('>&quot;\ufffd&quot;</span>');
  });
});

/** The tags that are not closed in the order in which they were opened, and stray signs between tags. */
function unclosedTags(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (closing && open.pop() !== name) wrong.push(name);
    if (!closing && !empty) open.push(name);
  }
  const text = xml.replace(/<[^<>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, '');
  return [...wrong, ...open, ...(text.match(/[<>&]/g) ?? [])];
}

import { describe, expect, it } from 'vitest';
import { pagesToHocr, pagesToMarkdown, pagesToText, type ReadPage } from './index.ts';
import type { Box, PageLine } from './read-page.ts';

function line(text: string, left: number, top: number): PageLine {
  let at = left;
  const words = text.split(' ').map((word) => {
    const box: Box = [at, top, at + 10 * word.length, top + 20];
    at += 10 * (word.length + 1);
    return { text: word, confidence: 0.954, box };
  });
  return { text, confidence: 0.954, box: [left, top, at - 10, top + 20], words };
}

const box: Box = [0, 0, 300, 400];
const lines = [
  line('Harbour & Sons', 0, 0),
  line('A price list for the year of', 0, 40),
  line('1931, printed in Wex-', 0, 60),
  line('combe.', 0, 80),
  line('• Paper <A4>', 0, 120),
  line('• Ink', 0, 140),
  line('Item', 0, 200),
  line('Price', 200, 200),
  line('Red|blue', 0, 220),
  line('4.50', 200, 220),
  line('Sold out', 280, 100),
  line('17', 150, 380),
];
const page: ReadPage = {
  text: 'Harbour & Sons\nItem\tPrice',
  width: 300,
  height: 400,
  lines,
  blocks: [
    { type: 'heading', level: 2, box, lines: [0] },
    { type: 'paragraph', box, lines: [1, 2, 3] },
    { type: 'list', box, lines: [4, 5], items: [{ lines: [4] }, { lines: [5] }] },
    {
      type: 'table',
      box,
      lines: [6, 7, 8, 9],
      table: {
        columns: 3,
        rows: [
          {
            cells: [
              { column: 0, span: 1, text: 'Item', box, lines: [6] },
              { column: 2, span: 1, text: 'Price', box, lines: [7] },
            ],
          },
          {
            cells: [
              { column: 0, span: 1, text: 'Red|blue', box, lines: [8] },
              { column: 2, span: 1, text: '4.50', box, lines: [9] },
            ],
          },
        ],
      },
    },
    { type: 'note', box, lines: [10] },
    { type: 'footer', box, lines: [11] },
  ],
};

describe('pagesToText', () => {
  it('parts pages by form feeds and leaves those out that could not be read', () => {
    expect(pagesToText([page, null, { text: 'third' }])).toBe('Harbour & Sons\nItem\tPrice\f\fthird');
  });
});

describe('pagesToMarkdown', () => {
  it('writes headings, paragraphs without their line ends, lists, tables and notes', () => {
    expect(pagesToMarkdown([page])).toBe(
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
    expect(pagesToMarkdown([short, null, short])).toBe('17\n\n---\n\n\n\n---\n\n17');
  });

  it('keeps the numbers of a numbered list', () => {
    const numbered: ReadPage = {
      ...page,
      lines: [line('7. Paper', 0, 0), line('(8) Ink', 0, 20)],
      blocks: [{ type: 'list', box, lines: [0, 1], items: [{ lines: [0] }, { lines: [1] }] }],
    };
    expect(pagesToMarkdown([numbered])).toBe('7. Paper\n8. Ink');
  });

  it('writes the lines of a reading that has no blocks', () => {
    expect(pagesToMarkdown([{ text: '', width: 300, height: 400, lines: lines.slice(6, 8) }])).toBe(
      'Item\n\nPrice',
    );
  });
});

describe('pagesToHocr', () => {
  const hocr = pagesToHocr([page, null], 'Prices & <more>');

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
    expect(pagesToHocr([plain])).toContain('>a\ufffdb\ufffd</span>');
    expect(pagesToHocr([plain])).toContain('>&quot;\ufffd&quot;</span>');
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

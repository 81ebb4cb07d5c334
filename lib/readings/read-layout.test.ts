import { describe, expect, it } from 'vitest';
import { page } from '#lib/testing/sample-page.ts';
import { altoFormat, documentText, hocrFormat, type LayoutFile, readLayout } from './index.ts';

const written = [
  { number: 1, reading: page },
  { number: 2, reading: null },
];
const facts = { name: 'Prices & <more>.pdf', pageCount: 2 };

function pagesOf(file: LayoutFile) {
  if (file.outcome === 'unreadable') throw new Error(file.problem);
  return file.pages;
}

function problemOf(text: string): string {
  const file = readLayout(text);
  return file.outcome === 'unreadable' ? file.problem : '';
}

const alto = (content: string, unit = 'pixel', page = 'WIDTH="300" HEIGHT="400"') =>
  `<?xml version="1.0"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description>
<Layout><Page ${page}><PrintSpace><TextBlock>${content}</TextBlock></PrintSpace></Page></Layout></alto>`;
const hocr = (content: string) =>
  `<html><body><div class='ocr_page' title='image "a.png"; bbox 0 0 300 400'>${content}</div></body></html>`;

describe.each([
  ['hOCR', hocrFormat],
  ['ALTO', altoFormat],
] as const)('%s of our own', (format, writer) => {
  it('gives back every line and word at its place, and how sure it is', () => {
    const file = readLayout(documentText(writer, written, facts));
    expect(file).toMatchObject({ outcome: 'read', format });
    const [first, second] = pagesOf(file);
    expect(first).toMatchObject({ width: page.width, height: page.height });
    expect(first?.lines.map(({ text, box }) => ({ text, box }))).toEqual(
      page.lines.map(({ text, box }) => ({ text, box })),
    );
    for (const [at, line] of page.lines.entries()) {
      const words = first?.lines[at]?.words ?? [];
      expect(words.map(({ text, box }) => ({ text, box }))).toEqual(
        line.words.map(({ text, box }) => ({ text, box })),
      );
      for (const [place, word] of line.words.entries())
        expect(words[place]?.confidence).toBeCloseTo(word.confidence ?? 0, 1);
    }
    expect(second).toEqual({ width: null, height: null, lines: [] });
  });
});

describe('ALTO of other programs', () => {
  it('is read with a prefix, with hyphens, and with words that no blank parts', () => {
    const text = alto(
      `<TextLine HPOS="1" VPOS="2" WIDTH="90" HEIGHT="9"><String CONTENT="Har" HPOS="1" VPOS="2" WIDTH="30" HEIGHT="9" WC="0.5"/><String CONTENT="bour"/><SP/><String CONTENT="of" CS="true"/><HYP CONTENT="-"/></TextLine>
       <TextLine><String CONTENT="no"/><String CONTENT="blanks"/></TextLine><TextLine/>`,
    );
    const prefixed = text.replace('<alto xmlns=', '<alto xmlns:a=').replaceAll(/<(\/?)(?=[A-Z])/g, '<$1a:');
    for (const form of [text, prefixed]) {
      const [first] = pagesOf(readLayout(form));
      expect(first?.lines).toMatchObject([
        {
          text: 'Harbour of-',
          box: [1, 2, 91, 11],
          words: [
            { text: 'Har', confidence: 0.5, box: [1, 2, 31, 11], isCorrected: false },
            { text: 'bour', confidence: null, box: null },
            { text: 'of-', isCorrected: true },
          ],
        },
        { text: 'no blanks', box: null },
      ]);
    }
  });

  it('needs the size of the page where it does not count in pixels', () => {
    const line = '<TextLine><String CONTENT="a"/></TextLine>';
    expect(problemOf(alto(line, 'mm10', ''))).toContain('Page 1 of the file tells no WIDTH and HEIGHT');
    expect(pagesOf(readLayout(alto(line, 'mm10')))).toHaveLength(1);
  });

  it.each([
    ['<TextLine>\n<String CONTENT="a" HPOS="left"/></TextLine>', 'Line 4, <String>: HPOS is to be a number.'],
    ['<TextLine><String/></TextLine>', 'Line 3, <String>: CONTENT is missing.'],
    ['<TextLine><String CONTENT="a"/>', 'Line 3, <TextLine>: the element is not closed.'],
  ])('is told by line and element when it is wrong: %s', (content, problem) => {
    expect(problemOf(alto(content))).toBe(problem);
  });
});

describe('hOCR of other programs', () => {
  it('is read as loose HTML, with entities of HTML and marks inside of words', () => {
    const [first] = pagesOf(
      readLayout(
        hocr(`<p class=ocr_par lang='en'><span class='ocrx_line' title="bbox 10 20 90 40; baseline 0 -3">
          <span class="ocrx_word" title="bbox 10 20 50 40; x_wconf 87">B&eacute;<em>ton</em></span>
          <span class="ocrx_word">&amp;</span><br>
          <span class="ocrx_word" title="x_wconf 20"> </span></span>
          <span class="ocr_header">no words</span>`),
      ),
    );
    expect(first).toMatchObject({
      width: 300,
      height: 400,
      lines: [
        {
          text: 'Béton &',
          box: [10, 20, 90, 40],
          words: [
            { text: 'Béton', confidence: 0.87, box: [10, 20, 50, 40] },
            { text: '&', confidence: null, box: null },
          ],
        },
        { text: 'no words', box: null, words: [] },
      ],
    });
  });

  it('is told by line and element when it is wrong', () => {
    expect(problemOf(hocr('\n<span class="ocr_line" title="bbox 1 2 three 4">a</span>'))).toBe(
      'Line 2, <span>: bbox is to be four numbers: left top right bottom.',
    );
    expect(problemOf('<html><body>Hello</body></html>')).toContain('no element is of the class ocr_page');
  });
});

describe('a hostile file', () => {
  const line = '<TextLine><String CONTENT="&lol;&xxe;"/></TextLine>';

  it('that defines entities is refused, whether they grow or point at files', () => {
    const bomb = '<!DOCTYPE alto [<!ENTITY lol "ha"><!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
    expect(problemOf(alto(line).replace('<alto', `${bomb}<alto`))).toContain('defines entities');
  });

  it('gets nothing for entities that are defined nowhere', () => {
    expect(pagesOf(readLayout(alto(line)))[0]?.lines[0]?.text).toBe('&lol;&xxe;');
  });

  it('that is nested without end is refused', () => {
    expect(problemOf(alto('<a>'.repeat(100_000)))).toContain('nested more than 200 deep');
  });

  it('has no control characters in its lines, and names of objects mean nothing', () => {
    const [first] = pagesOf(readLayout(alto('<TextLine><String CONTENT="a&#10;b&#x7f;c"/></TextLine>')));
    expect(first?.lines[0]?.text).toBe('a b c');
    expect(pagesOf(readLayout(hocr('<b class="constructor __proto__">a</b>')))[0]?.lines).toEqual([]);
  });

  it.each(['', 'plain text', '<PcGts/>', '\u0000', '<alto/>'])('%j is told to be no such file', (text) => {
    expect(problemOf(text)).not.toBe('');
  });

  it('of sixteen megabytes is gone through in seconds', { timeout: 20_000 }, () => {
    const many = '<TextLine><String CONTENT="a" HPOS="1" VPOS="1" WIDTH="1" HEIGHT="1"/></TextLine>\n';
    const [first] = pagesOf(readLayout(alto(many.repeat(190_000))));
    expect(first?.lines).toHaveLength(190_000);
  });
});

import { describe, expect, it } from 'vitest';
import { lineAt, page } from '#lib/testing/sample-page.ts';
import { textOfZip } from '#lib/testing/text-of-zip.ts';
import { csvFormat, documentText, docxFile, jsonFormat, writePages } from './index.ts';

const facts = { name: 'Prices.pdf', pageCount: 2 };

describe('CSV', () => {
  function rowsOf(...texts: string[]): string[] {
    const lines = texts.map((text, row) => lineAt(text, 0, 20 * row));
    const reading = { ...page, blocks: undefined, lines };
    return documentText(csvFormat, [{ number: 4, reading }], facts).split('\r\n');
  }

  it('has a row for each word, with its place and confidence', () => {
    expect(rowsOf('two words')).toEqual([
      '\ufeffpage,block,line,word,text,confidence,left,top,right,bottom,by',
      '4,1,1,1,"two",0.954,0,0,30,20,',
      '4,1,1,2,"words",0.954,40,0,90,20,',
      '',
    ]);
  });

  it('tells whose word it is', () => {
    const line = { ...lineAt('mine', 0, 0), confidence: null };
    const words = line.words.map((word) => ({ ...word, confidence: null, by: 'corrected' as const }));
    const reading = { ...page, blocks: undefined, lines: [{ ...line, words }] };
    expect(documentText(csvFormat, [{ number: 1, reading }], facts)).toContain('"mine",,0,0,40,20,corrected');
  });

  it.each(['=1+2', '+1', '-1', '@SUM', '＝1', '\t=1'])(
    'gives a spreadsheet nothing to calculate: %j',
    (text) => {
      expect(rowsOf(text)[1]).toContain(`"'${text}"`);
    },
  );

  it('quotes what would end a cell', () => {
    expect(rowsOf('a"b,c')[1]).toContain('"a""b,c"');
  });
});

describe('a Word document', () => {
  it('has headings, lists, tables and text without the line ends of the page', async () => {
    const pages = [
      { number: 1, reading: page },
      { number: 2, reading: null },
    ];
    const files = textOfZip(Buffer.from(await docxFile(pages, facts)));
    const xml = files['word/document.xml'] ?? '';
    expect(xml).toContain('A price list for the year of 1931, printed in Wexcombe.');
    expect(xml).toContain('<w:pStyle w:val="Heading2"/>');
    expect(xml).toContain('Harbour &amp; Sons');
    expect(xml.match(/<w:numPr>/g)).toHaveLength(2);
    expect(xml.match(/<w:tr>/g)).toHaveLength(2);
    expect(xml.match(/<w:tc>/g)).toHaveLength(6);
    expect(xml.match(/<w:br w:type="page"\/>/g)).toHaveLength(1);
  });

  it('holds nothing that XML cannot hold, and runs from the right where its letters do', async () => {
    const lines = [lineAt('a\u0000b', 0, 0), lineAt('שלום', 0, 40)];
    const reading = { ...page, blocks: undefined, lines };
    const files = textOfZip(Buffer.from(await docxFile([{ number: 1, reading }], facts)));
    const xml = files['word/document.xml'] ?? '';
    expect(xml).toContain('a\ufffdb');
    expect(xml).toContain('<w:bidi/>');
  });
});

describe('a document that is written piece by piece', () => {
  it('is the same as one that is written at once, also without any page', async () => {
    const page1 = { number: 1, reading: page };
    for (const pages of [[page1, { number: 2, reading: null }], [page1], []]) {
      const pieces: string[] = [];
      for await (const piece of writePages(jsonFormat, pages, facts)) pieces.push(piece);
      expect(pieces.join('')).toBe(documentText(jsonFormat, pages, facts));
      expect(JSON.parse(pieces.join('')).pages).toHaveLength(pages.length);
    }
  });
});

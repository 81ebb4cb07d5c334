import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { lineAt, page } from '#lib/testing/sample-page.ts';
import { altoSchema, pageSchema } from '#lib/testing/xml-schemas.ts';
import { altoFormat, documentText, hocrFormat, type NumberedPage, pageXml } from './index.ts';

const facts = { name: 'Prices & <more>.pdf', pageCount: 2 };
const pages: NumberedPage[] = [
  { number: 3, reading: page },
  { number: 7, reading: null },
];
const words = page.lines.flatMap((line) => line.words);
const hostile = { ...page, blocks: undefined, lines: [lineAt('a\u0000b\u001b]]> "\ud800" <x/>&amp;', 0, 0)] };

/** Elements of a well-formed document. */
function elements(xml: string, path: string, namespace: string) {
  const document = XmlDocument.fromString(xml);
  return document.find(path, { n: namespace });
}

function attribute(element: unknown, name: string): string {
  return element instanceof XmlElement ? (element.attr(name)?.value ?? '') : '';
}

function problemOf(xml: string, schema: string): string | null {
  try {
    XsdValidator.fromDoc(XmlDocument.fromString(schema)).validate(XmlDocument.fromString(xml));
    return null;
  } catch (error) {
    return String(error);
  }
}

describe('ALTO', () => {
  const alto = documentText(altoFormat, pages, facts);
  const namespace = 'http://www.loc.gov/standards/alto/ns-v4#';

  it('keeps to the schema, pages that could not be read and hostile text included', () => {
    expect(problemOf(alto, altoSchema)).toBeNull();
    const odd = documentText(altoFormat, [{ number: 1, reading: hostile }], facts);
    expect(problemOf(odd, altoSchema)).toBeNull();
    expect(problemOf(alto.replace('WC="0.954"', 'WC="1.2"'), altoSchema)).toContain('WC');
  });

  it('gives another program every word at its place', () => {
    const found = elements(alto, '//n:String', namespace).map((element) => {
      const at = (name: string) => attribute(element, name);
      const [left, top] = [Number(at('HPOS')), Number(at('VPOS'))];
      return {
        text: at('CONTENT'),
        box: [left, top, left + Number(at('WIDTH')), top + Number(at('HEIGHT'))],
      };
    });
    // Blocks are in reading order, as the lines of the sample are.
    expect(found).toEqual(words.map(({ text, box }) => ({ text, box })));
  });

  it('tells which words a person corrected', () => {
    const [first] = page.lines;
    if (!first) throw new Error('The sample has lines.');
    const corrected = first.words.map((word) => ({ ...word, confidence: null, by: 'corrected' as const }));
    const reading = { ...page, blocks: undefined, lines: [{ ...first, words: corrected }] };
    const text = documentText(altoFormat, [{ number: 1, reading }], facts);
    expect(elements(text, '//n:String[@CS="true" and not(@WC)]', namespace)).toHaveLength(3);
    expect(problemOf(text, altoSchema)).toBeNull();
  });
});

describe('PAGE XML', () => {
  const xml = pageXml({ number: 3, reading: page }, 'page 3.png', new Date('2026-11-23T05:00:00Z'));
  const namespace = 'http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15';

  it('keeps to the schema, pages that could not be read and hostile text included', () => {
    expect(problemOf(xml, pageSchema)).toBeNull();
    for (const reading of [null, hostile])
      expect(problemOf(pageXml({ number: 1, reading }, '"<&>', new Date()), pageSchema)).toBeNull();
    expect(problemOf(xml.replace('points="0,0 ', 'points="0.5,0 '), pageSchema)).toContain('points');
  });

  it('gives another program every word, and the cells of tables', () => {
    const found = elements(xml, '//n:Word/n:TextEquiv/n:Unicode', namespace).map(({ content }) => content);
    expect(found).toEqual(words.map(({ text }) => text));
    const cells = elements(xml, '//n:TableCellRole[@columnIndex="2"]/../../n:TextEquiv/n:Unicode', namespace);
    expect(cells.map(({ content }) => content)).toEqual(['Price', '4.50']);
  });
});

describe('hOCR', () => {
  it('gives another program every word at its place, hostile text as text', () => {
    const namespace = 'http://www.w3.org/1999/xhtml';
    const xhtml = documentText(hocrFormat, [{ number: 1, reading: page }], facts);
    const found = elements(xhtml, '//n:span[@class="ocrx_word"]', namespace).map((element) => ({
      text: element.content,
      box: attribute(element, 'title').match(/\d+/g)?.slice(0, 4).map(Number),
    }));
    expect(found).toEqual(words.map(({ text, box }) => ({ text, box })));
    const odd = documentText(hocrFormat, [{ number: 1, reading: hostile }], facts);
    expect(elements(odd, '//n:x', namespace)).toEqual([]);
  });
});

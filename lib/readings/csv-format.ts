import type { PageFormat } from './page-format.ts';
import { blocksOf, type NumberedPage, pixelBox } from './read-page.ts';

const COLUMNS = 'page,block,line,word,text,confidence,left,top,right,bottom,by';
// Without it Excel takes UTF-8 for the code page of its computer.
const BYTE_ORDER_MARK = '\ufeff';
// What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), in full width too.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The words as CSV (RFC 4180, UTF-8), a row each: numbers of page, block, line and word from 1, text, confidence
 * from 0 to 1, box in pixels, and whether a person corrected or confirmed it. A word that a spreadsheet would
 * calculate has an apostrophe before it.
 */
export const csvFormat: PageFormat = {
  head: () => `${BYTE_ORDER_MARK}${COLUMNS}\r\n`,
  page: csvPage,
  between: '',
  foot: '',
};

function csvPage({ number, reading }: NumberedPage): string {
  if (!reading) return '';
  const blockOfLine = new Map<number, number>();
  blocksOf(reading).forEach(({ lines }, index) => {
    for (const line of lines) blockOfLine.set(line, index + 1);
  });
  return reading.lines
    .flatMap((line, lineIndex) =>
      line.words.map(({ text, confidence, box, by }, index) => [
        number,
        blockOfLine.get(lineIndex) ?? '',
        lineIndex + 1,
        index + 1,
        textCell(text),
        confidence ?? '',
        ...pixelBox(box),
        by ?? '',
      ]),
    )
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

import { csvHead, csvRow, csvText } from '#lib/contracts/index.ts';
import type { PageFormat } from './page-format.ts';
import { blocksOf, type NumberedPage, pixelBox } from './read-page.ts';

const COLUMNS = 'page,block,line,word,text,confidence,left,top,right,bottom,by'.split(',');

/**
 * The words as CSV (RFC 4180, UTF-8), a row each: numbers of page, block, line and word from 1, text, confidence
 * from 0 to 1, box in pixels, and whether a person corrected or confirmed it.
 */
export const csvFormat: PageFormat = {
  head: () => csvHead(COLUMNS),
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
        csvText(text),
        confidence ?? '',
        ...pixelBox(box),
        by ?? '',
      ]),
    )
    .map(csvRow)
    .join('');
}

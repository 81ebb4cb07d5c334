import { rawPdf } from './hostile-files.ts';

// The characters that Helvetica draws.
const FIRST = 0x20;
const LAST = 0x7a;

/**
 * A page of 320 × 120 points with text that Helvetica draws as it comes, but whose font says that each code means
 * another letter: so it holds letters that no font at hand can draw.
 * @param operators of the text, which begins at 20, 60 in 14 points
 * @param beneath operators that draw what lies behind it
 */
export function pdfWithFontTable(
  operators: string,
  meaning: (code: number) => number,
  beneath = '',
): Uint8Array {
  const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
  const codes = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
  const table = codes.map((code) => `<${hex(code, 2)}> <${hex(meaning(code), 4)}>`);
  const toUnicode = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    `${table.length} beginbfchar ${table.join(' ')} endbfchar endcmap end end`,
  ].join('\n');
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 120] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`${beneath} BT /F1 14 Tf 20 60 Td ${operators} ET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    stream(toUnicode),
  ]);
}

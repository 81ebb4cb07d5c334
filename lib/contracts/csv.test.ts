import { expect, it } from 'vitest';
import { csvHead, csvRow, csvText } from './csv.ts';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
  'keeps a spreadsheet from calculating %j',
  (text) => {
    expect(csvText(text)).toBe(`"'${text}"`);
  },
);

it('doubles quotes and leaves other texts as they are', () => {
  expect(csvText('a "b", c')).toBe('"a ""b"", c"');
  expect(csvText('1-2=3')).toBe('"1-2=3"');
});

it('ends rows as RFC 4180 says, and marks the beginning of a file as UTF-8', () => {
  expect(csvHead(['a', 'b']) + csvRow([csvText('x'), 1])).toBe('\ufeffa,b\r\n"x",1\r\n');
});

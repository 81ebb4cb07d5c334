import { expect, it } from 'vitest';
import { contentDisposition } from './file-reply.ts';

it.each([
  ['receipt.pdf', `attachment; filename="receipt.pdf"; filename*=UTF-8''receipt.pdf`],
  [
    'Übersicht (1).pdf',
    `attachment; filename="_bersicht (1).pdf"; filename*=UTF-8''%C3%9Cbersicht%20%281%29.pdf`,
  ],
  ['a"b\\c%d.pdf', `attachment; filename="a_b_c_d.pdf"; filename*=UTF-8''a%22b%5Cc%25d.pdf`],
  [
    'a\r\nset-cookie: x',
    `attachment; filename="a__set-cookie: x"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20x`,
  ],
])('names the file %j without letting the name speak for itself', (name, header) => {
  expect(contentDisposition('attachment', name)).toBe(header);
});

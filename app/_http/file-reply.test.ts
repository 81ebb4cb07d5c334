import { expect, it } from 'vitest';
import { contentDisposition, fileReply } from './file-reply.ts';

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

it('answers HEAD with the headers of GET and leaves no file open', async () => {
  let isOpen = false;
  const file = {
    name: 'a.pdf',
    contentType: 'application/pdf',
    sha256: 'a'.repeat(64),
    async open() {
      isOpen = true;
      const stream = new ReadableStream<Uint8Array>({
        cancel() {
          isOpen = false;
        },
      });
      return { size: 3, stream };
    },
  };
  const request = new Request('http://localhost/file', { method: 'HEAD' });
  const reply = await fileReply(file, { request });
  expect(reply.body).toBeNull();
  expect(reply.headers.get('content-length')).toBe('3');
  expect(isOpen).toBe(false);
});

import { expect, it } from 'vitest';
import { decodeFile } from './decode-file.ts';

function bytesOf(text: string, encoding: 'utf8' | 'utf16le' | 'latin1'): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, encoding));
}

it('reads UTF-8 with and without a mark, and UTF-16 by its mark', () => {
  expect(decodeFile(bytesOf('<p>é</p>', 'utf8'))).toBe('<p>é</p>');
  expect(decodeFile(bytesOf('\ufeff<p>é</p>', 'utf8'))).toBe('<p>é</p>');
  expect(decodeFile(bytesOf('\ufeff<p>é</p>', 'utf16le'))).toBe('<p>é</p>');
});

it('reads what the XML declaration says, and UTF-8 when nobody knows that', () => {
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><p>é</p>`;
  expect(decodeFile(bytesOf(declared('ISO-8859-1'), 'latin1'))).toContain('<p>é</p>');
  expect(decodeFile(bytesOf(declared('no-such'), 'utf8'))).toContain('<p>é</p>');
});

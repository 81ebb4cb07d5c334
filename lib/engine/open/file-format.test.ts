import { describe, expect, it } from 'vitest';
import { formatOf } from './file-format.ts';

function bytes(latin1: string): Uint8Array {
  return Buffer.from(latin1, 'latin1');
}

describe('formatOf', () => {
  it.each([
    ['pdf', '%PDF-1.7\n'],
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['webp', 'RIFF\x24\0\n\0WEBPVP8 '],
    ['gif', 'GIF89a\x01\0'],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['tiff', 'MM\0*\0\0\0\x08'],
    ['avif', '\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf'],
    ['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ])('recognises %s by its first bytes', (format, head) => {
    expect(formatOf(bytes(head))).toBe(format);
  });

  it('finds a PDF behind leading junk, as PDF readers do', () => {
    expect(formatOf(bytes(`${'\n'.repeat(900)}%PDF-1.4`))).toBe('pdf');
  });

  it.each(['hello, I am a text file', 'PK\x03\x04', '<svg xmlns="http://www.w3.org/2000/svg">', ''])(
    'refuses what is neither PDF nor image: %j',
    (head) => {
      expect(formatOf(bytes(head))).toBeNull();
    },
  );
});

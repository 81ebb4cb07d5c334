import { describe, expect, it } from 'vitest';
import { decodeDataUrl } from './decode-data-url.ts';

const decoded = (url: string) => Buffer.from(decodeDataUrl(url)).toString('latin1');

describe('a data URL', () => {
  it.each([
    ['data:image/png;base64,aGVsbG8=', 'hello'],
    ['data:image/png;charset=utf-8;base64,aGVsbG8', 'hello'],
    ['DATA:;BASE64,aGVs bG8=', 'hello'],
    ['data:application/octet-stream;base64,aGVsbG8%3D', 'hello'],
    ['data:application/octet-stream;base64,+/+/', '\xfb\xff\xbf'],
    ['data:,hello%20world', 'hello world'],
    ['data:text/plain,%FF%00a', '\xff\0a'],
    ['data:text/plain,é', '\xc3\xa9'],
    ['data:image/png;base64,', ''],
  ])('%s is decoded', (url, expected) => {
    expect(decoded(url)).toBe(expected);
  });

  it.each(['data:image/png;base64,a', 'data:image/png;base64,ab*d', 'data:image/png;base64,aGVsbG8=x'])(
    '%s is refused instead of read as other bytes',
    (url) => {
      expect(() => decodeDataUrl(url)).toThrow('not valid base64');
    },
  );

  it('without a comma is refused', () => {
    expect(() => decodeDataUrl('data:image/png')).toThrow('no comma');
  });

  it('of ten million bytes is decoded', () => {
    const bytes = Buffer.alloc(10_000_000, 7);
    const url = `data:image/png;base64,${bytes.toString('base64')}`;
    expect(decodeDataUrl(url).byteLength).toBe(10_000_000);
  });
});

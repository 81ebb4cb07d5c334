// Advance of every letter, in thousandths of its size.
export const GLYPH_WIDTH = 500;
const UNITS = 1_000;
const GLYPHS = 2;
// The letter that all characters share; 0 stands for a missing one.
export const BLANK_GLYPH = 1;
const GLYPH_BYTES = 24;
const MAGIC_OF_TABLES = 0xb1b0afba;

/**
 * A TrueType font (OpenType specification, chapter "font file") of two letters without any ink. The one in use is a
 * line from corner to corner of its box, which covers nothing: readers take the box for the letter's place.
 */
export function glyphlessFont(): Uint8Array {
  const tables: Record<string, Uint8Array> = {
    'OS/2': table(96, (view) => {
      view.setUint16(0, 4);
      view.setInt16(2, GLYPH_WIDTH);
      view.setUint16(4, 400);
      view.setUint16(6, 5);
      view.setInt16(68, UNITS);
      view.setUint16(74, UNITS);
    }),
    // One subtable for Unicode (format 4) that knows no character: PDF addresses letters by number.
    cmap: table(36, (view) => {
      const numbers = [0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0];
      for (const [index, number] of numbers.entries()) view.setUint16(2 * index, number);
    }),
    glyf: table(GLYPH_BYTES, (view) => {
      const [contours, lastPoint, instructions] = [1, 1, 0];
      const box = [0, 0, GLYPH_WIDTH, UNITS];
      const numbers = [contours, ...box, lastPoint, instructions];
      for (const [index, number] of numbers.entries()) view.setInt16(2 * index, number);
      // Two points on the curve, by their distance from the one before.
      view.setUint16(14, 0x0101);
      for (const [index, number] of [0, GLYPH_WIDTH, 0, UNITS].entries())
        view.setInt16(16 + 2 * index, number);
    }),
    head: table(54, (view) => {
      view.setUint32(0, 0x00010000);
      view.setUint32(12, 0x5f0f3cf5);
      view.setUint16(18, UNITS);
      view.setInt16(40, UNITS);
      view.setInt16(42, UNITS);
      view.setUint16(46, 8);
      view.setInt16(48, 2);
    }),
    hhea: table(36, (view) => {
      view.setUint32(0, 0x00010000);
      view.setInt16(4, UNITS);
      view.setUint16(10, GLYPH_WIDTH);
      view.setUint16(34, 1);
    }),
    hmtx: table(6, (view) => view.setUint16(0, GLYPH_WIDTH)),
    // In pairs of bytes: nothing for letter 0, all for letter 1.
    loca: table(2 * (GLYPHS + 1), (view) => view.setUint16(4, GLYPH_BYTES / 2)),
    maxp: table(32, (view) => {
      view.setUint32(0, 0x00010000);
      view.setUint16(4, GLYPHS);
      view.setUint16(6, 2);
      view.setUint16(8, 1);
      view.setUint16(14, 1);
    }),
    name: table(6, (view) => view.setUint16(4, 6)),
    post: table(32, (view) => view.setUint32(0, 0x00030000)),
  };
  return fontOf(tables);
}

function table(byteLength: number, fill: (view: DataView) => void = () => undefined): Uint8Array {
  const bytes = new Uint8Array(byteLength);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function fontOf(tables: Record<string, Uint8Array>): Uint8Array {
  const entries = Object.entries(tables);
  const headBytes = 12 + 16 * entries.length;
  const font = new Uint8Array(entries.reduce((sum, [, { length }]) => sum + padded(length), headBytes));
  const view = new DataView(font.buffer);
  const exponent = Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, 16 * 2 ** exponent);
  view.setUint16(8, exponent);
  view.setUint16(10, 16 * (entries.length - 2 ** exponent));
  let offset = headBytes;
  let headOffset = 0;
  entries.forEach(([tag, bytes], index) => {
    const at = 12 + 16 * index;
    if (tag === 'head') headOffset = offset;
    font.set(Buffer.from(tag, 'latin1'), at);
    font.set(bytes, offset);
    view.setUint32(at + 4, checksum(view, offset, bytes.length));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    offset += padded(bytes.length);
  });
  view.setUint32(headOffset + 8, MAGIC_OF_TABLES - checksum(view, 0, font.length));
  return font;
}

/** Sum of the 32-bit words, as the file format wants it. */
function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + padded(length); at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

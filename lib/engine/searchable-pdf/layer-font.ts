import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { BLANK_GLYPH, GLYPH_WIDTH, glyphlessFont } from './glyphless-font.ts';

const NAME = 'LecternBlank';
const MAX_CODE = 0xffff;
/** Entries that one `beginbfchar` may hold (PDF 1.7, 9.10.3). */
const ENTRIES_AT_ONCE = 100;

/** The font of a document's text layers. Its letters have no ink; every character gets a code as it comes. */
export type LayerFont = {
  readonly ref: PDFRef;
  /** Hexadecimal codes of a text, four digits a character, for `Tj`. */
  codesOf(text: string): string;
  /** Writes the font into the document, after the last text. */
  embed(): void;
};

export function createLayerFont(context: PDFContext): LayerFont {
  const ref = context.nextRef();
  const codes = new Map<string, number>();

  function codeOf(character: string): number {
    const known = codes.get(character);
    if (known !== undefined) return known;
    // No document has so many different characters; one that had would repeat the last.
    const code = Math.min(codes.size + 1, MAX_CODE);
    codes.set(character, code);
    return code;
  }

  function embed(): void {
    const count = codes.size + 1;
    const map = new Uint8Array(2 * count);
    for (let code = 1; code < count; code++) map[2 * code + 1] = BLANK_GLYPH;
    const file = glyphlessFont();
    const descriptor = context.obj({
      Type: 'FontDescriptor',
      FontName: NAME,
      Flags: 4,
      FontBBox: [0, 0, GLYPH_WIDTH, 1_000],
      ItalicAngle: 0,
      Ascent: 1_000,
      Descent: 0,
      CapHeight: 1_000,
      StemV: 80,
      FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
    });
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: NAME,
      CIDSystemInfo: {
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('Identity'),
        Supplement: 0,
      },
      FontDescriptor: context.register(descriptor),
      DW: GLYPH_WIDTH,
      CIDToGIDMap: context.register(context.flateStream(map)),
    });
    context.assign(
      ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: NAME,
        Encoding: 'Identity-H',
        DescendantFonts: [context.register(descendant)],
        ToUnicode: context.register(context.flateStream(unicodeMap(codes))),
      }),
    );
  }

  return { ref, codesOf: (text) => Array.from(text, (character) => hex(codeOf(character))).join(''), embed };
}

/** Tells which character each code stands for (PDF 1.7, 9.10.3), in UTF-16. */
function unicodeMap(codes: ReadonlyMap<string, number>): string {
  const entries = [...codes].map(([character, code]) => `<${hex(code)}> <${utf16(character)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE) {
    const some = entries.slice(at, at + ENTRIES_AT_ONCE);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, at) => hex(character.charCodeAt(at))).join('');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

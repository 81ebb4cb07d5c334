import { type Pdfium, viewOf, withMemory } from './pdfium-module.ts';

/** One character of a page's text, in page units (y runs up). */
export type PdfCharacter = {
  /** Unicode; 0 where the font does not tell. */
  code: number;
  /** Around its ink: left, bottom, right, top. */
  box: readonly [left: number, bottom: number, right: number, top: number];
  /** Where it stands on its base line. */
  origin: readonly [x: number, y: number];
  /** The way its line runs. */
  direction: readonly [x: number, y: number];
  /** Size of the font as drawn. */
  size: number;
  /** PDFium put it there (spaces and line ends); it is not in the file. */
  generated: boolean;
  /** A hyphen that parts a word at the end of a line. */
  hyphen: boolean;
  /** The font does not say which letter this is. */
  unmapped: boolean;
  /** Drawn with the text mode that leaves no ink, as programs write what they recognised over a scan. */
  invisible: boolean;
  /** Names the piece of text it belongs to. */
  object: number;
};

// A newspaper page holds some 30,000 characters. More than this is no page of text, and takes seconds to arrange.
const MAX_CHARACTERS = 200_000;
const INVISIBLE = 3;

/** The text of a page in the order of its content; null when there is more than a page can hold. */
export function pageCharacters(pdfium: Pdfium, page: number): PdfCharacter[] | null {
  const text = pdfium._FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    const count = pdfium._FPDFText_CountChars(text);
    if (count > MAX_CHARACTERS) return null;
    return withMemory(pdfium, 32, (scratch) =>
      Array.from({ length: count }, (_, index) => character(pdfium, text, index, scratch)),
    );
  } finally {
    pdfium._FPDFText_ClosePage(text);
  }
}

function character(pdfium: Pdfium, text: number, index: number, scratch: number): PdfCharacter {
  const object = pdfium._FPDFText_GetTextObject(text, index);
  pdfium._FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
  const [left, right, bottom, top] = doubles(pdfium, scratch);
  pdfium._FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
  const [x, y] = doubles(pdfium, scratch);
  const [a, b, c, d] = matrix(pdfium, text, index, scratch);
  return {
    code: pdfium._FPDFText_GetUnicode(text, index),
    box: [left, bottom, right, top],
    origin: [x, y],
    direction: [a, b],
    size: pdfium._FPDFText_GetFontSize(text, index) * Math.hypot(c, d),
    generated: pdfium._FPDFText_IsGenerated(text, index) === 1,
    hyphen: pdfium._FPDFText_IsHyphen(text, index) === 1,
    unmapped: pdfium._FPDFText_HasUnicodeMapError(text, index) === 1,
    invisible: object !== 0 && pdfium._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE,
    object,
  };
}

function doubles(pdfium: Pdfium, address: number): [number, number, number, number] {
  const view = viewOf(pdfium, address, 32);
  const at = (offset: number) => view.getFloat64(offset, true);
  return [at(0), at(8), at(16), at(24)];
}

function matrix(
  pdfium: Pdfium,
  text: number,
  index: number,
  address: number,
): [number, number, number, number] {
  if (!pdfium._FPDFText_GetMatrix(text, index, address)) return [1, 0, 0, 1];
  const view = viewOf(pdfium, address, 16);
  const at = (offset: number) => view.getFloat32(offset, true);
  return [at(0), at(4), at(8), at(12)];
}

import { type Pdfium, viewOf, withMemory } from './pdfium-module.ts';

/** A picture on a page: its place in page units (left, bottom, right, top), and how many pixels it holds. */
export type PdfPicture = {
  box: readonly [left: number, bottom: number, right: number, top: number];
  pixelWidth: number;
  pixelHeight: number;
};

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const PICTURE = 3;
const FORM = 5;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
// Scans are one picture or some dozens of strips. A page that begins with more objects than this is a drawing.
const MAX_OBJECTS = 5_000;
const MAX_DEPTH = 4;

/** The pictures of a page, those in forms within forms too. */
export function pagePictures(pdfium: Pdfium, page: number): PdfPicture[] {
  const pictures: PdfPicture[] = [];
  let seen = 0;

  function visit(object: number, matrix: Matrix, depth: number): void {
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === PICTURE) pictures.push(...pictureOf(pdfium, object, matrix));
    if (type !== FORM || depth === MAX_DEPTH) return;
    const inner = multiplied(matrixOf(pdfium, object), matrix);
    const count = pdfium._FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count && seen < MAX_OBJECTS; index++, seen++)
      visit(pdfium._FPDFFormObj_GetObject(object, index), inner, depth + 1);
  }

  const count = pdfium._FPDFPage_CountObjects(page);
  for (let index = 0; index < count && seen < MAX_OBJECTS; index++, seen++)
    visit(pdfium._FPDFPage_GetObject(page, index), IDENTITY, 0);
  return pictures;
}

function pictureOf(pdfium: Pdfium, object: number, matrix: Matrix): PdfPicture[] {
  return withMemory(pdfium, 24, (scratch) => {
    if (!pdfium._FPDFImageObj_GetImagePixelSize(object, scratch + 16, scratch + 20)) return [];
    if (!pdfium._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return [];
    const view = viewOf(pdfium, scratch, 24);
    const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => view.getFloat32(offset, true));
    const xs: number[] = [];
    const ys: number[] = [];
    for (const x of [left ?? 0, right ?? 0]) {
      for (const y of [bottom ?? 0, top ?? 0]) {
        const [a, b, c, d, e, f] = matrix;
        xs.push(a * x + c * y + e);
        ys.push(b * x + d * y + f);
      }
    }
    return [
      {
        box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
        pixelWidth: view.getUint32(16, true),
        pixelHeight: view.getUint32(20, true),
      },
    ];
  });
}

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  return withMemory(pdfium, 24, (scratch) => {
    if (!pdfium._FPDFPageObj_GetMatrix(object, scratch)) return IDENTITY;
    const view = viewOf(pdfium, scratch, 24);
    const at = (index: number) => view.getFloat32(4 * index, true);
    return [at(0), at(1), at(2), at(3), at(4), at(5)];
  });
}

/** First `inner`, then `outer`. */
function multiplied(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

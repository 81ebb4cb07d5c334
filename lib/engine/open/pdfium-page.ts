import type { PageSize } from '../document-info.ts';
import type { QuarterTurns } from '../page-reading.ts';
import { type PdfCharacter, pageCharacters } from './pdfium-characters.ts';
import type { FormEnvironment } from './pdfium-form.ts';
import { type Pdfium, viewOf, withMemory } from './pdfium-module.ts';
import { type PdfPicture, pagePictures } from './pdfium-pictures.ts';

const WHITE = 0xffffffff;
const RENDER_ANNOTATIONS = 0x01;
const FLATTEN_FOR_DISPLAY = 0;
const pixelFormats = {
  grey: { bitmapFormat: 1, bytesPerPixel: 1, renderFlag: 0x08 },
  rgbx: { bitmapFormat: 3, bytesPerPixel: 4, renderFlag: 0x10 },
} as const;

export type PixelFormat = keyof typeof pixelFormats;

/** Maps page units to pixels: x' = a x + c y + e, y' = b x + d y + f. */
export type Transform = { a: number; b: number; c: number; d: number; e: number; f: number };

export type PdfPage = {
  /** Points, upright: /Rotate and the crop box are applied. */
  readonly size: PageSize;
  /**
   * Draws the page on white at the given size in pixels, row by row without padding; `turned` clockwise, the
   * size being that of the turned page. Throws `out_of_memory` when it is too large.
   */
  render(size: PageSize, pixelFormat: PixelFormat, turned?: QuarterTurns): Uint8Array;
  /** From page units to the pixels that `render` draws. */
  transformTo(size: PageSize, turned: QuarterTurns): Transform;
  /** Its text in the order of its content, in page units. Null when there is more than a page can hold. */
  characters(): PdfCharacter[] | null;
  /** The pictures on it, in page units. */
  pictures(): PdfPicture[];
  close(): void;
};

export function openPdfPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  form: FormEnvironment,
): PdfPage | null {
  const page = loadPage(pdfium, document, index, form);
  if (page === 0) return null;
  return {
    size: { width: pdfium._FPDF_GetPageWidth(page), height: pdfium._FPDF_GetPageHeight(page) },
    render: (size, pixelFormat, turned = 0) => render(pdfium, page, size, pixelFormat, turned),
    transformTo: (size, turned) => transformTo(pdfium, page, size, turned),
    characters: () => pageCharacters(pdfium, page),
    pictures: () => pagePictures(pdfium, page),
    close: () => pdfium._FPDF_ClosePage(page),
  };
}

// Fields and annotations become part of the page's content in memory: so they are drawn, and their text is found.
function loadPage(pdfium: Pdfium, document: number, index: number, form: FormEnvironment): number {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0 || pdfium._FPDFPage_GetAnnotCount(page) === 0) return page;
  form.prepare(page);
  pdfium._FPDFPage_Flatten(page, FLATTEN_FOR_DISPLAY);
  pdfium._FPDF_ClosePage(page);
  return pdfium._FPDF_LoadPage(document, index);
}

function render(
  pdfium: Pdfium,
  page: number,
  { width, height }: PageSize,
  pixelFormat: PixelFormat,
  turned: QuarterTurns,
): Uint8Array {
  const { bitmapFormat, bytesPerPixel, renderFlag } = pixelFormats[pixelFormat];
  const byteLength = width * height * bytesPerPixel;
  return withMemory(pdfium, byteLength, (pixels) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, bitmapFormat, pixels, width * bytesPerPixel);
    const flags = RENDER_ANNOTATIONS | renderFlag;
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turned / 90, flags);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return pdfium.HEAPU8.slice(pixels, pixels + byteLength);
  });
}

// PDFium answers whole pixels: a page thought larger by this factor gives fractions of them.
const SUBPIXELS = 64;
const PROBE = 1_000;

function transformTo(
  pdfium: Pdfium,
  page: number,
  { width, height }: PageSize,
  turned: QuarterTurns,
): Transform {
  const place = (x: number, y: number) =>
    withMemory(pdfium, 8, (pixel) => {
      const [wide, high] = [width * SUBPIXELS, height * SUBPIXELS];
      pdfium._FPDF_PageToDevice(page, 0, 0, wide, high, turned / 90, x, y, pixel, pixel + 4);
      const numbers = viewOf(pdfium, pixel, 8);
      return { x: numbers.getInt32(0, true) / SUBPIXELS, y: numbers.getInt32(4, true) / SUBPIXELS };
    });
  const origin = place(0, 0);
  const right = place(PROBE, 0);
  const up = place(0, PROBE);
  return {
    a: (right.x - origin.x) / PROBE,
    b: (right.y - origin.y) / PROBE,
    c: (up.x - origin.x) / PROBE,
    d: (up.y - origin.y) / PROBE,
    e: origin.x,
    f: origin.y,
  };
}

import { PDFiumModule } from '@hyzyla/pdfium';
import type { PageSize } from '../document-info.ts';

// PDFium's C interface (public/fpdfview.h), as compiled to WebAssembly by @hyzyla/pdfium. Its wrapper class
// is not used: it hides error codes, parses a page to tell its size, and cannot close a page that it did not
// render.
const ERROR_PASSWORD = 4;
const WHITE = 0xffffffff;
const RENDER_ANNOTATIONS = 0x01;
const pixelFormats = {
  grey: { bitmapFormat: 1, bytesPerPixel: 1, renderFlag: 0x08 },
  rgbx: { bitmapFormat: 3, bytesPerPixel: 4, renderFlag: 0x10 },
} as const;

export type PixelFormat = keyof typeof pixelFormats;

export type Pdf = {
  readonly pageCount: number;
  /** Upright size in points. Index counts from 0. Null when the page is damaged. */
  pageSize(index: number): PageSize | null;
  /**
   * Draws a page on white at the given size in pixels, row by row without padding. Null when the page is
   * damaged.
   */
  render(index: number, size: PageSize, pixelFormat: PixelFormat): Uint8Array | null;
  close(): void;
};

type Module = Awaited<ReturnType<typeof PDFiumModule>> & {
  _FPDF_GetPageSizeByIndexF(document: number, index: number, size: number): number;
};

let loading: Promise<Module> | undefined;

/**
 * Opens a PDF from memory, or says that it wants a password or is damaged. Close it: WebAssembly memory is
 * not collected.
 */
export async function openPdf(bytes: Uint8Array): Promise<Pdf | 'encrypted' | 'damaged'> {
  loading ??= loadModule();
  const pdfium = await loading;
  const memory = pdfium.wasmExports.malloc(Math.max(1, bytes.length));
  if (memory === 0) return 'damaged';
  pdfium.HEAPU8.set(bytes, memory);
  const document = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0);
  if (document === 0) {
    const error = pdfium._FPDF_GetLastError();
    pdfium.wasmExports.free(memory);
    return error === ERROR_PASSWORD ? 'encrypted' : 'damaged';
  }
  return {
    pageCount: pdfium._FPDF_GetPageCount(document),
    pageSize: (index) => pageSize(pdfium, document, index),
    render: (index, size, pixelFormat) => render(pdfium, document, index, size, pixelFormat),
    close() {
      pdfium._FPDF_CloseDocument(document);
      pdfium.wasmExports.free(memory);
    },
  };
}

async function loadModule(): Promise<Module> {
  const module = await PDFiumModule({});
  if (!hasPageSizes(module)) throw new Error('This build of PDFium has no FPDF_GetPageSizeByIndexF');
  module._FPDF_InitLibraryWithConfig({});
  return module;
}

// The function is exported by the WebAssembly module but missing from the package's type declarations.
function hasPageSizes(module: Awaited<ReturnType<typeof PDFiumModule>>): module is Module {
  return '_FPDF_GetPageSizeByIndexF' in module;
}

function pageSize(pdfium: Module, document: number, index: number): PageSize | null {
  const size = pdfium.wasmExports.malloc(8);
  try {
    if (!pdfium._FPDF_GetPageSizeByIndexF(document, index, size)) return null;
    const floats = new DataView(pdfium.HEAPU8.buffer, size, 8);
    return { width: floats.getFloat32(0, true), height: floats.getFloat32(4, true) };
  } finally {
    pdfium.wasmExports.free(size);
  }
}

function render(
  pdfium: Module,
  document: number,
  index: number,
  { width, height }: PageSize,
  pixelFormat: PixelFormat,
): Uint8Array | null {
  const { bitmapFormat, bytesPerPixel, renderFlag } = pixelFormats[pixelFormat];
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const byteLength = width * height * bytesPerPixel;
  const pixels = pdfium.wasmExports.malloc(byteLength);
  try {
    if (pixels === 0) return null;
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, bitmapFormat, pixels, width * bytesPerPixel);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_ANNOTATIONS | renderFlag);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return pdfium.HEAPU8.slice(pixels, pixels + byteLength);
  } finally {
    pdfium._FPDF_ClosePage(page);
    pdfium.wasmExports.free(pixels);
  }
}

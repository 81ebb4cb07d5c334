import type { PageSize } from '../document-info.ts';
import { createFormEnvironment } from './pdfium-form.ts';
import { loadPdfium, type Pdfium, takeMemory, viewOf, withMemory } from './pdfium-module.ts';
import { openPdfPage, type PdfPage } from './pdfium-page.ts';
import { unlockedCopy } from './pdfium-unlocked-copy.ts';

const ERROR_PASSWORD = 4;

export type Pdf = {
  readonly pageCount: number;
  /** Upright size in points, without parsing the page. Index counts from 0. Null when the page is damaged. */
  pageSize(index: number): PageSize | null;
  /** Parses a page, what its form and its annotations show included. Null when it is damaged. Close it. */
  openPage(index: number): PdfPage | null;
  /** The same document without its encryption; null when it cannot be written. */
  unlockedCopy(): Uint8Array | null;
  close(): void;
};

/**
 * Opens a PDF from memory, or says that it wants a (different) password or is damaged. Close it: WebAssembly
 * memory is not collected. Throws `out_of_memory`.
 */
export async function openPdf(
  bytes: Uint8Array,
  password: string | undefined,
): Promise<Pdf | 'encrypted' | 'damaged'> {
  const pdfium = await loadPdfium();
  const memory = takeMemory(pdfium, bytes.length);
  pdfium.HEAPU8.set(bytes, memory);
  let document = 0;
  try {
    document = loadDocument(pdfium, memory, bytes.length, password);
    if (document === 0) return pdfium._FPDF_GetLastError() === ERROR_PASSWORD ? 'encrypted' : 'damaged';
  } finally {
    if (document === 0) pdfium.wasmExports.free(memory);
  }
  const form = createFormEnvironment(pdfium, document);
  return {
    pageCount: pdfium._FPDF_GetPageCount(document),
    pageSize: (index) => pageSize(pdfium, document, index),
    openPage: (index) => openPdfPage(pdfium, document, index, form),
    unlockedCopy: () => unlockedCopy(pdfium, document),
    close() {
      form.close();
      pdfium._FPDF_CloseDocument(document);
      pdfium.wasmExports.free(memory);
    },
  };
}

// PDFium itself tries a password as UTF-8 and as Latin-1, as older and newer encryption want it. A document that
// only wants a password for changes opens without one.
function loadDocument(
  pdfium: Pdfium,
  memory: number,
  byteLength: number,
  password: string | undefined,
): number {
  if (password === undefined) return pdfium._FPDF_LoadMemDocument(memory, byteLength, 0);
  const text = Buffer.from(`${password}\0`);
  return withMemory(pdfium, text.length, (address) => {
    pdfium.HEAPU8.set(text, address);
    const document = pdfium._FPDF_LoadMemDocument(memory, byteLength, address);
    pdfium.HEAPU8.fill(0, address, address + text.length);
    return document || pdfium._FPDF_LoadMemDocument(memory, byteLength, 0);
  });
}

function pageSize(pdfium: Pdfium, document: number, index: number): PageSize | null {
  return withMemory(pdfium, 8, (size) => {
    if (!pdfium._FPDF_GetPageSizeByIndexF(document, index, size)) return null;
    const floats = viewOf(pdfium, size, 8);
    return { width: floats.getFloat32(0, true), height: floats.getFloat32(4, true) };
  });
}

import { PDFiumModule } from '@hyzyla/pdfium';
import { EngineError } from '../engine-error.ts';

type DeclaredModule = Awaited<ReturnType<typeof PDFiumModule>>;

// Functions of PDFium that the WebAssembly module exports but the package's type declarations leave out. All take
// and answer 32-bit numbers: handles, addresses, flags.
const undeclared = [
  '_FPDF_GetPageSizeByIndexF',
  '_FPDF_GetFormType',
  '_FPDF_PageToDevice',
  '_FPDF_SaveAsCopy',
  '_FPDFPage_Flatten',
  '_FPDFPage_GetAnnotCount',
  '_FPDFPageObj_GetBounds',
  '_FPDFPageObj_GetMatrix',
  '_FPDFFormObj_CountObjects',
  '_FPDFFormObj_GetObject',
  '_FPDFText_LoadPage',
  '_FPDFText_ClosePage',
  '_FPDFText_CountChars',
  '_FPDFText_GetUnicode',
  '_FPDFText_GetCharBox',
  '_FPDFText_GetCharOrigin',
  '_FPDFText_GetFontSize',
  '_FPDFText_GetMatrix',
  '_FPDFText_GetTextObject',
  '_FPDFText_IsGenerated',
  '_FPDFText_IsHyphen',
  '_FPDFText_HasUnicodeMapError',
  '_FPDFTextObj_GetTextRenderMode',
] as const;

type UndeclaredFunctions = Record<(typeof undeclared)[number], (...values: number[]) => number>;

/**
 * PDFium's C interface (public/fpdf*.h), as compiled to WebAssembly by @hyzyla/pdfium. Its wrapper classes are not
 * used: they hide error codes, parse a page to tell its size, and cannot close a page they did not render.
 */
export type Pdfium = DeclaredModule & UndeclaredFunctions;

let loading: Promise<Pdfium> | undefined;

/** PDFium, loaded once in a process. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Pdfium> {
  const module = await PDFiumModule({});
  if (!isComplete(module)) throw new Error('This build of PDFium lacks functions that reading pages needs');
  module._FPDF_InitLibraryWithConfig({});
  return module;
}

function isComplete(module: DeclaredModule): module is Pdfium {
  return undeclared.every((name) => name in module);
}

/**
 * Takes memory of the WebAssembly module, filled with zeros, until `wasmExports.free` gives it back. Throws
 * `out_of_memory` when there is no more.
 */
export function takeMemory(pdfium: Pdfium, byteLength: number): number {
  const address = pdfium.wasmExports.malloc(Math.max(1, byteLength));
  if (address === 0) {
    throw new EngineError(
      'out_of_memory',
      'This PDF takes more memory than its reader has. Split it, or upload it in a lower resolution.',
    );
  }
  pdfium.HEAPU8.fill(0, address, address + byteLength);
  return address;
}

/** Lends memory of the WebAssembly module, filled with zeros. Throws `out_of_memory` when there is no more. */
export function withMemory<Result>(
  pdfium: Pdfium,
  byteLength: number,
  use: (address: number) => Result,
): Result {
  const address = takeMemory(pdfium, byteLength);
  try {
    return use(address);
  } finally {
    pdfium.wasmExports.free(address);
  }
}

/** A view of the module's memory. It is valid until PDFium is called again: its memory may move as it grows. */
export function viewOf(pdfium: Pdfium, address: number, byteLength: number): DataView {
  return new DataView(pdfium.HEAPU8.buffer, address, byteLength);
}

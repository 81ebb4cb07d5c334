import { type Pdfium, takeMemory } from './pdfium-module.ts';

// FPDF_FORMFILLINFO (public/fpdf_formfill.h): a version and callbacks, of which none is needed. It takes 140 bytes
// in this build; PDFium keeps the address until the environment ends.
const FORM_INFO_BYTES = 256;
const FORM_INFO_VERSION = 2;

export type FormEnvironment = {
  /** Makes PDFium give the fields of a loaded page the appearance that their values ask for. */
  prepare(page: number): void;
  close(): void;
};

/** The form of a document. PDFium reads it when the first page with fields or annotations is prepared. */
export function createFormEnvironment(pdfium: Pdfium, document: number): FormEnvironment {
  let info = 0;
  let handle = 0;

  function begin(): void {
    info = takeMemory(pdfium, FORM_INFO_BYTES);
    pdfium.HEAPU8[info] = FORM_INFO_VERSION;
    handle = pdfium._FPDFDOC_InitFormFillEnvironment(document, info);
  }

  return {
    prepare(page) {
      if (pdfium._FPDF_GetFormType(document) === 0) return;
      if (info === 0) begin();
      if (handle === 0) return;
      pdfium._FORM_OnAfterLoadPage(page, handle);
      pdfium._FORM_OnBeforeClosePage(page, handle);
    },
    close() {
      if (handle !== 0) pdfium._FPDFDOC_ExitFormFillEnvironment(handle);
      if (info !== 0) pdfium.wasmExports.free(info);
    },
  };
}

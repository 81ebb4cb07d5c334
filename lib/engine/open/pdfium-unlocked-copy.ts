import { type Pdfium, viewOf, withMemory } from './pdfium-module.ts';

const REMOVE_SECURITY = 3;
// FPDF_FILEWRITE (public/fpdf_save.h): a version and a pointer to the function that takes each block.
const FILE_WRITE_BYTES = 8;
const FILE_WRITE_VERSION = 1;
// The module's table of functions cannot grow. Its first place stands for "no function" and is always empty: it is
// lent to ours for as long as PDFium writes.
const FREE_PLACE = 0;
// (module (import "e" "f" (func (param i32 i32 i32) (result i32))) (export "f" (func 0))): only functions of
// WebAssembly may stand in the table, and a module that hands its import on makes one.
const TRAMPOLINE = Buffer.from(
  '0061736d01000000' + '01080160037f7f7f017f' + '02070101650166' + '0000' + '07050101660000',
  'hex',
);

/** Writes a document anew without its encryption; null when PDFium cannot write it. */
export function unlockedCopy(pdfium: Pdfium, document: number): Uint8Array | null {
  const table = functionTable(pdfium);
  const blocks: Uint8Array[] = [];
  const takeBlock = wasmFunction((_writer, address, byteLength) => {
    blocks.push(pdfium.HEAPU8.slice(address, address + byteLength));
    return 1;
  });
  return withMemory(pdfium, FILE_WRITE_BYTES, (writer) => {
    const fields = viewOf(pdfium, writer, FILE_WRITE_BYTES);
    fields.setInt32(0, FILE_WRITE_VERSION, true);
    fields.setUint32(4, FREE_PLACE, true);
    table.set(FREE_PLACE, takeBlock);
    try {
      return pdfium._FPDF_SaveAsCopy(document, writer, REMOVE_SECURITY) ? Buffer.concat(blocks) : null;
    } finally {
      table.set(FREE_PLACE, null);
    }
  });
}

function functionTable({ wasmExports }: Pdfium): WebAssembly.Table {
  const table = '__indirect_function_table' in wasmExports && wasmExports.__indirect_function_table;
  if (table instanceof WebAssembly.Table) return table;
  throw new Error('This build of PDFium does not export its table of functions');
}

function wasmFunction(call: (writer: number, address: number, byteLength: number) => number): unknown {
  const module = new WebAssembly.Module(TRAMPOLINE);
  return new WebAssembly.Instance(module, { e: { f: call } }).exports.f;
}

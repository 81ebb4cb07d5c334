import { readFile } from 'node:fs/promises';
import { ParseSpeeds, PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { EngineError } from '../engine-error.ts';
import { pdfPages, unlockPdf } from '../open/pdf-file.ts';
import { layOverPage } from './lay-over-page.ts';
import { createLayerFont } from './layer-font.ts';
import type { SearchablePdf, TextLayer } from './text-layer.ts';

const LOADING = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest } as const;

/**
 * A PDF with text layers over its pages. Of all pages, what is new follows after the original's bytes, which stay
 * as they are; of some pages, or of a file that only PDFium can open, the PDF is written anew.
 */
export async function layerPdf(
  file: string,
  layers: readonly TextLayer[],
  pages: readonly number[] | undefined,
): Promise<SearchablePdf> {
  const pageCount = (await pdfPages(file)).length;
  const original = await openToAppend(await readFile(file), pageCount);
  const document = original ?? (await openCopy(file, pageCount));
  if (pages) return { follows: false, bytes: await selection(document, file, layers, pages) };
  const snapshot = document.takeSnapshot();
  // Without it the library looks through all objects at each change; what changes is told below.
  delete document.context.snapshot;
  snapshot.markRefsForSave(await addLayers(document, file, layers));
  if (!original) return { follows: false, bytes: await document.save({ updateFieldAppearances: false }) };
  return { follows: true, bytes: await document.saveIncremental(snapshot) };
}

async function selection(
  from: PDFDocument,
  file: string,
  layers: readonly TextLayer[],
  pages: readonly number[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const copies = await document.copyPages(
    from,
    pages.map((page) => page - 1),
  );
  for (const page of copies) document.addPage(page);
  await addLayers(document, file, layers, (page) => pages.indexOf(page));
  return await document.save({ updateFieldAppearances: false });
}

/** The pages that were replaced. */
async function addLayers(
  document: PDFDocument,
  file: string,
  layers: readonly TextLayer[],
  indexOf: (page: number) => number = (page) => page - 1,
): Promise<PDFRef[]> {
  const { context } = document;
  const font = createLayerFont(context);
  const refs = document.getPages().map(({ ref }) => ref);
  const changed: PDFRef[] = [];
  for (const layer of layers) {
    const ref = refs[indexOf(layer.page)];
    if (!ref) continue;
    await layOverPage({ context, font, ref }, file, layer);
    changed.push(ref);
  }
  font.embed();
  return changed;
}

/** Null when the file is encrypted or damaged in a way that only PDFium mends. */
async function openToAppend(bytes: Uint8Array, pageCount: number): Promise<PDFDocument | null> {
  try {
    const document = await PDFDocument.load(bytes, { ...LOADING, forIncrementalUpdate: true });
    return document.getPageCount() === pageCount ? document : null;
  } catch {
    return null;
  }
}

async function openCopy(file: string, pageCount: number): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(await unlockPdf(file, ''), LOADING);
    if (document.getPageCount() === pageCount) return document;
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
  }
  throw new EngineError(
    'unreadable',
    'This PDF is built in a way that no text can be added to. Export it in another format.',
  );
}

import { readFile, stat } from 'node:fs/promises';
import type { PageSize } from '../document-info.ts';
import { EngineError } from '../engine-error.ts';
import { noSuchPage } from './no-such-page.ts';
import { openPdf, type Pdf } from './pdfium.ts';
import type { PdfPage, PixelFormat } from './pdfium-page.ts';

// The pages of a PDF mostly come one after the other: the last file stays open, so that it is parsed once.
let kept: { key: string; password: string | undefined; pdf: Pdf } | null = null;

/**
 * Sizes of a PDF's pages in points. Throws `encrypted` (the password is missing or wrong), `unreadable` or
 * `no_pages`.
 */
export async function pdfPages(file: string, password?: string): Promise<PageSize[]> {
  const pdf = await openPdfFile(file, password);
  return Array.from({ length: pdf.pageCount }, (_, index) => pdf.pageSize(index) ?? { width: 0, height: 0 });
}

/** Opens one page (from 1) for as long as `use` runs. Throws as `pdfPages`, and `no_such_page`. */
export async function withPdfPage<Result>(
  file: string,
  page: number,
  password: string | undefined,
  use: (page: PdfPage) => Result,
): Promise<Result> {
  const pdf = await openPdfFile(file, password);
  if (page < 1 || page > pdf.pageCount) throw noSuchPage(page, pdf.pageCount);
  const opened = pdf.openPage(page - 1);
  if (!opened) throw damagedPage(page);
  try {
    return use(opened);
  } finally {
    opened.close();
  }
}

export type RenderedPage = PageSize & { pixels: Uint8Array };

/** Draws one page (from 1) at the size that `chooseSize` gives it. Throws as `withPdfPage`. */
export async function renderPdfPage(
  file: string,
  page: number,
  chooseSize: (page: PdfPage) => PageSize,
  pixelFormat: PixelFormat,
  password?: string,
): Promise<RenderedPage> {
  return await withPdfPage(file, page, password, (opened) => {
    const size = chooseSize(opened);
    const pixels = opened.render(size, pixelFormat);
    if (!pixels) throw damagedPage(page);
    return { ...size, pixels };
  });
}

/** The PDF without its encryption. Throws as `pdfPages`. */
export async function unlockPdf(file: string, password: string): Promise<Uint8Array> {
  const copy = (await openPdfFile(file, password)).unlockedCopy();
  if (!copy) throw damaged();
  return copy;
}

async function openPdfFile(file: string, password: string | undefined): Promise<Pdf> {
  const { size, mtimeMs } = await stat(file);
  const key = `${file}:${size}:${mtimeMs}`;
  if (kept?.key === key && kept.password === password) return kept.pdf;
  kept?.pdf.close();
  kept = null;
  const pdf = await openPdf(await readFile(file), password);
  if (pdf === 'encrypted') throw password === undefined ? passwordWanted() : passwordWrong();
  if (pdf === 'damaged') throw damaged();
  if (pdf.pageCount === 0) {
    pdf.close();
    throw new EngineError('no_pages', 'This PDF has no pages, so there is nothing to read.');
  }
  kept = { key, password, pdf };
  return pdf;
}

function passwordWanted(): EngineError {
  return new EngineError(
    'encrypted',
    'This PDF is protected with a password. Give its password, or remove it and upload the file again.',
  );
}

function passwordWrong(): EngineError {
  return new EngineError('wrong_password', 'The password does not open this PDF. Check it and try again.');
}

function damaged(): EngineError {
  return new EngineError(
    'unreadable',
    'This PDF is damaged or incomplete. Check it on your side and upload it again.',
  );
}

function damagedPage(page: number): EngineError {
  return new EngineError('unreadable', `Page ${page} of this PDF is damaged and cannot be drawn.`);
}

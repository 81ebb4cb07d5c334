import { readFile, stat } from 'node:fs/promises';
import type { PageSize } from '../document-info.ts';
import { EngineError } from '../engine-error.ts';
import { identifyFile } from './file-format.ts';
import { noSuchPage } from './no-such-page.ts';
import { openPdf, type Pdf } from './pdfium.ts';
import type { PdfPage, PixelFormat } from './pdfium-page.ts';

// The pages of a PDF mostly come one after the other: the last file stays open, so that it is parsed once. One that
// was opened with a password does not: neither it nor its password outlive the task.
let kept: { key: string; pdf: Pdf } | null = null;

/**
 * Sizes of a PDF's pages in points. Throws `encrypted` (the password is missing), `wrong_password`, `unreadable`,
 * `no_pages` or `out_of_memory`.
 */
export async function pdfPages(file: string, password?: string): Promise<PageSize[]> {
  return await withPdf(file, password, (pdf) =>
    Array.from({ length: pdf.pageCount }, (_, index) => pdf.pageSize(index) ?? { width: 0, height: 0 }),
  );
}

/** Opens one page (from 1) for as long as `use` runs. Throws as `pdfPages`, and `no_such_page`. */
export async function withPdfPage<Result>(
  file: string,
  page: number,
  password: string | undefined,
  use: (page: PdfPage) => Result,
): Promise<Result> {
  return await withPdf(file, password, (pdf) => {
    if (page < 1 || page > pdf.pageCount) throw noSuchPage(page, pdf.pageCount);
    const opened = pdf.openPage(page - 1);
    if (!opened) throw damagedPage(page);
    try {
      return use(opened);
    } finally {
      opened.close();
    }
  });
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
    return { ...size, pixels: opened.render(size, pixelFormat) };
  });
}

/** The PDF without its encryption, all else as it was. Throws as `pdfPages`, and `unsupported` for an image. */
export async function unlockPdf(file: string, password: string): Promise<Uint8Array> {
  if ((await identifyFile(file)) !== 'pdf') throw noPdf();
  return await withOwnPdf(file, password, (pdf) => {
    const copy = pdf.unlockedCopy();
    if (!copy) throw damaged();
    return copy;
  });
}

async function withPdf<Result>(
  file: string,
  password: string | undefined,
  use: (pdf: Pdf) => Result,
): Promise<Result> {
  return password === undefined ? use(await keptPdf(file)) : await withOwnPdf(file, password, use);
}

/** Opens a file for `use` alone: reading the pages of one that is kept changes it (`openPage`). */
async function withOwnPdf<Result>(
  file: string,
  password: string,
  use: (pdf: Pdf) => Result,
): Promise<Result> {
  const pdf = await openPdfFile(file, password);
  try {
    return use(pdf);
  } finally {
    pdf.close();
  }
}

async function keptPdf(file: string): Promise<Pdf> {
  const { size, mtimeMs } = await stat(file);
  const key = `${file}:${size}:${mtimeMs}`;
  if (kept?.key === key) return kept.pdf;
  kept?.pdf.close();
  kept = null;
  const pdf = await openPdfFile(file);
  kept = { key, pdf };
  return pdf;
}

async function openPdfFile(file: string, password?: string): Promise<Pdf> {
  const pdf = await openPdf(await readFile(file), password);
  if (pdf === 'encrypted') throw password === undefined ? passwordWanted() : passwordWrong();
  if (pdf === 'damaged') throw damaged();
  if (pdf.pageCount === 0) {
    pdf.close();
    throw new EngineError('no_pages', 'This PDF has no pages, so there is nothing to read.');
  }
  return pdf;
}

function noPdf(): EngineError {
  return new EngineError('unsupported', 'Only PDFs have a password to remove. This file is an image.');
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

import { readFile, stat } from 'node:fs/promises';
import type { PageSize } from '../document-info.ts';
import { EngineError } from '../engine-error.ts';
import { noSuchPage } from './no-such-page.ts';
import { openPdf, type Pdf, type PixelFormat } from './pdfium.ts';

// The pages of a PDF mostly come one after the other: the last file stays open, so that it is parsed once.
let kept: { key: string; pdf: Pdf } | null = null;

/** Sizes of a PDF's pages in points. Throws `encrypted`, `unreadable` or `no_pages`. */
export async function pdfPages(file: string): Promise<PageSize[]> {
  const pdf = await openPdfFile(file);
  return Array.from({ length: pdf.pageCount }, (_, index) => pdf.pageSize(index) ?? { width: 0, height: 0 });
}

export type RenderedPage = PageSize & { pixels: Uint8Array };

/**
 * Draws one page (from 1) at the size that `chooseSize` gives for its size in points. Throws as `pdfPages`,
 * and `no_such_page`.
 */
export async function renderPdfPage(
  file: string,
  page: number,
  chooseSize: (points: PageSize) => PageSize,
  pixelFormat: PixelFormat,
): Promise<RenderedPage> {
  const pdf = await openPdfFile(file);
  if (page < 1 || page > pdf.pageCount) throw noSuchPage(page, pdf.pageCount);
  const points = pdf.pageSize(page - 1);
  const size = points && chooseSize(points);
  const pixels = size && pdf.render(page - 1, size, pixelFormat);
  if (!pixels)
    throw new EngineError('unreadable', `Page ${page} of this PDF is damaged and cannot be drawn.`);
  return { ...size, pixels };
}

async function openPdfFile(file: string): Promise<Pdf> {
  const { size, mtimeMs } = await stat(file);
  const key = `${file}:${size}:${mtimeMs}`;
  if (kept?.key === key) return kept.pdf;
  kept?.pdf.close();
  kept = null;
  const pdf = await openPdf(await readFile(file));
  if (pdf === 'encrypted') {
    throw new EngineError(
      'encrypted',
      'This PDF is protected with a password. Remove the password and upload it again.',
    );
  }
  if (pdf === 'damaged') {
    throw new EngineError(
      'unreadable',
      'This PDF is damaged or incomplete. Check it on your side and upload it again.',
    );
  }
  if (pdf.pageCount === 0) {
    pdf.close();
    throw new EngineError('no_pages', 'This PDF has no pages, so there is nothing to read.');
  }
  kept = { key, pdf };
  return pdf;
}

import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

// Test pages whose text is known exactly. Fonts are PDF's standard ones, which PDFium brings along, so the
// pictures are the same on machines without fonts.

/**
 * A line of text; an empty one leaves a gap. Characters beyond Latin-1 cannot be drawn with the standard
 * fonts.
 */
export type PageLine = string | { text: string; fontSize?: number; bold?: boolean };

export type PdfOptions = {
  /** Points. */
  fontSize?: number;
  /** Points; A4 by default. */
  pageSize?: { width: number; height: number };
  /** Points, on all sides. */
  margin?: number;
  monospaced?: boolean;
};

const A4 = { width: 595, height: 842 };
const LEADING = 1.5;

/**
 * A PDF with these pages, each line drawn once on one base line, from the top of the page. The same input
 * gives the same bytes.
 */
export async function makePdf(
  pages: readonly (readonly PageLine[])[],
  options: PdfOptions = {},
): Promise<Uint8Array> {
  const { fontSize = 12, pageSize = A4, margin = 50, monospaced = false } = options;
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const regular = await pdf.embedFont(monospaced ? StandardFonts.Courier : StandardFonts.Helvetica);
  const bold = await pdf.embedFont(monospaced ? StandardFonts.CourierBold : StandardFonts.HelveticaBold);
  for (const lines of pages) {
    const page = pdf.addPage([pageSize.width, pageSize.height]);
    let y = pageSize.height - margin;
    for (const line of lines) {
      const {
        text,
        fontSize: size = fontSize,
        bold: isBold = false,
      } = typeof line === 'string' ? { text: line } : line;
      y -= size;
      page.drawText(text, { x: margin, y, size, font: isBold ? bold : regular });
      y -= size * (LEADING - 1);
    }
  }
  return await pdf.save({ addDefaultPage: false });
}

export type ImageOptions = PdfOptions & {
  dpi?: number;
  format?: 'png' | 'jpeg' | 'webp' | 'tiff' | 'gif' | 'avif';
  /** Degrees, clockwise; the picture grows to hold the turned page. */
  rotate?: number;
};

/** A picture of one page with these lines. */
export async function makePageImage(
  lines: readonly PageLine[],
  options: ImageOptions = {},
): Promise<Uint8Array> {
  const { dpi = 150, format = 'png', rotate = 0 } = options;
  const { pixels, width, height } = await drawPage(await makePdf([lines], options), dpi);
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } }).rotate(rotate, {
    background: 'white',
  });
  return await picture.toFormat(format).toBuffer();
}

/** The first page of a PDF as grey pixels. */
export async function drawPage(
  pdf: Uint8Array,
  dpi: number,
): Promise<{ pixels: Uint8Array; width: number; height: number }> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale: dpi / 72, colorSpace: 'Gray' });
  document.destroy();
  return { pixels: data, width, height };
}

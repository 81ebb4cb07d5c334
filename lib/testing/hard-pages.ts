import {
  degrees,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  type RGB,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

// Pictures of pages that are hard to read: in colours, stamped, with text of several directions.

const DPI = 150;
const SIZE = { width: 430, height: 230 };
const FONT_SIZE = 13;
const LEADING = 19.5;
const TOP = 205;
const LEFT = 75;
const STAMP_RED = rgb(0.85, 0.1, 0.15);

/** The lines in the colour of ink; the ground behind `groundLines` of them, from the first, or behind all. */
export type Colouring = { ink: RGB; ground: RGB; groundLines?: number };

/** A PNG of the lines in colours; lines that are not on the ground are black on white. */
export async function makeColouredPage(
  lines: readonly string[],
  { ink, ground, groundLines }: Colouring,
): Promise<Uint8Array> {
  return await drawColoured((page, font) => {
    const height = groundLines === undefined ? SIZE.height : groundLines * LEADING + 8;
    const y = groundLines === undefined ? 0 : TOP - height + 2;
    page.drawRectangle({ x: 0, y, width: SIZE.width, height, color: ground });
    drawLines(page, font, lines, (index) => (index < (groundLines ?? Infinity) ? ink : rgb(0, 0, 0)));
  });
}

/** A PNG of the lines in black, with a red stamp upon the middle ones. */
export async function makeStampedPage(lines: readonly string[]): Promise<Uint8Array> {
  return await drawColoured((page, font) => {
    const rotate = degrees(12);
    const frame = { x: 110, y: 45, width: 210, height: 60, borderColor: STAMP_RED, borderWidth: 3 };
    page.drawRectangle({ ...frame, rotate });
    page.drawText('RECEIVED', { x: 125, y: 60, size: 36, font, color: STAMP_RED, rotate });
    drawLines(page, font, lines, () => rgb(0, 0, 0));
  });
}

/** A PNG of the lines, and of one that runs up (90) or down (-90 degrees) their left side. */
export async function makeSidebarPage(
  lines: readonly string[],
  sidebar: string,
  direction: 90 | -90,
): Promise<Uint8Array> {
  return await drawColoured((page, font) => {
    drawLines(page, font, lines, () => rgb(0, 0, 0));
    const y = direction === 90 ? 25 : SIZE.height - 25;
    page.drawText(sidebar, { x: 40, y, size: FONT_SIZE, font, rotate: degrees(direction) });
  });
}

function drawLines(
  page: PDFPage,
  font: PDFFont,
  lines: readonly string[],
  colourOf: (index: number) => RGB,
): void {
  lines.forEach((line, index) => {
    const y = TOP - FONT_SIZE - index * LEADING;
    page.drawText(line, { x: LEFT, y, size: FONT_SIZE, font, color: colourOf(index) });
  });
}

async function drawColoured(draw: (page: PDFPage, font: PDFFont) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  draw(pdf.addPage([SIZE.width, SIZE.height]), font);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await pdf.save());
  const { data, width, height } = await document.getPage(0).render({ scale: DPI / 72, colorSpace: 'BGRA' });
  document.destroy();
  // PDFium draws blue first.
  const [red, green, blue] = [2, 1, 0].map((channel) =>
    Uint8Array.from({ length: width * height }, (_, at) => data[4 * at + channel] ?? 0),
  );
  const raw = { width, height, channels: 1 } as const;
  if (!red || !green || !blue) throw new Error('A page was drawn without colours.');
  return await sharp(red, { raw })
    .joinChannel([Buffer.from(green), Buffer.from(blue)], { raw })
    .toColourspace('srgb')
    .png()
    .toBuffer();
}

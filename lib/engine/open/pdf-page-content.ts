import type { PageSize } from '../document-info.ts';
import { median } from '../median.ts';
import { readingPixels } from './pdf-page-pixels.ts';
import type { PdfCharacter } from './pdfium-characters.ts';
import type { PdfPage } from './pdfium-page.ts';
import type { PdfPicture } from './pdfium-pictures.ts';

const POINTS_PER_INCH = 72;
// Scanners leave a margin, and some programs part a page into strips that do not quite meet.
const FILLS_PAGE = 0.8;
// Parts of a scan, not the stamp or logo upon it.
const PART_OF_SCAN = 0.02;
// A scan may bear a number that a program stamped upon it.
const MIN_TYPESET = 40;
// Every further character costs time and hardly moves a median.
const SAMPLED_CHARACTERS = 2_000;

/** Pixels to draw a page with for reading, by what it holds. */
export function readingSize(
  page: PdfPage,
  characters: readonly PdfCharacter[] = page.characters() ?? [],
): PageSize {
  const drawn = characters
    .slice(0, SAMPLED_CHARACTERS)
    .filter(({ generated, size }) => !generated && size > 0);
  return readingPixels(page.size, {
    scanDpi: scanDpi(page),
    typeset: drawn.filter(({ invisible }) => !invisible).length >= MIN_TYPESET,
    typeSize: median(drawn.map(({ size }) => size)) ?? null,
  });
}

/** Dots an inch of the finest of the pictures that fill the page; null when they leave a fifth of it free. */
function scanDpi(page: PdfPage): number | null {
  const pictures = page.pictures().filter((picture) => shareOf(page, picture) >= PART_OF_SCAN);
  const share = pictures.reduce((sum, picture) => sum + shareOf(page, picture), 0);
  return share < FILLS_PAGE ? null : Math.max(...pictures.map(dpiOf));
}

function dpiOf({ box, pixelWidth, pixelHeight }: PdfPicture): number {
  return Math.sqrt((pixelWidth * pixelHeight) / areaOf(box)) * POINTS_PER_INCH;
}

function shareOf({ size }: PdfPage, { box }: PdfPicture): number {
  return areaOf(box) / (size.width * size.height);
}

function areaOf([left, bottom, right, top]: PdfPicture['box']): number {
  return (right - left) * (top - bottom);
}

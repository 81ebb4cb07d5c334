import sharp, { type Sharp } from 'sharp';
import type { PageSize } from '../document-info.ts';
import { identifyFile } from './file-format.ts';
import { openImagePage, unreadableImage } from './image-file.ts';
import { renderPdfPage } from './pdf-file.ts';
import { viewingPixels } from './pdf-page-pixels.ts';

// The most that WebP holds.
const MAX_VIEW_SIDE = 16_383;
// A4 at 430 dpi: sharp at four times its size on a screen. More would let a caller ask for any amount of memory.
const MAX_VIEW_PIXELS = 18e6;
// Text stays sharp at this quality; a page of 1,600 pixels weighs about 100 kB.
const WEBP_QUALITY = 80;

/**
 * The upright page (from 1) as WebP, at most `maxSide` pixels wide and high and 18 megapixels in all. An image is
 * never enlarged.
 */
export async function renderPage(
  file: string,
  page: number,
  maxSide: number,
  password?: string,
): Promise<Uint8Array> {
  const format = await identifyFile(file);
  if (format === 'pdf') {
    const drawn = await renderPdfPage(
      file,
      page,
      ({ size }) => viewingPixels(size, viewSide(size, maxSide)),
      'rgbx',
      password,
    );
    const { width, height, pixels } = drawn;
    return await toWebp(sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha());
  }
  const image = await openImagePage(file, format, page);
  const side = viewSide(image, maxSide);
  try {
    return await toWebp(
      image.decode().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }),
    );
  } catch (cause) {
    throw unreadableImage(format, cause);
  }
}

/** Pixels of the longest side. */
function viewSide({ width, height }: PageSize, maxSide: number): number {
  const allowed = Math.max(width, height) * Math.sqrt(MAX_VIEW_PIXELS / (width * height));
  return Math.max(1, Math.floor(Math.min(maxSide, MAX_VIEW_SIDE, allowed)));
}

async function toWebp(image: Sharp): Promise<Uint8Array> {
  return await image.toColourspace('srgb').webp({ quality: WEBP_QUALITY }).toBuffer();
}

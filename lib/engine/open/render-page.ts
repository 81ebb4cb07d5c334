import sharp, { type Sharp } from 'sharp';
import { identifyFile } from './file-format.ts';
import { openImagePage, unreadableImage } from './image-file.ts';
import { renderPdfPage } from './pdf-file.ts';
import { viewingPixels } from './pdf-page-pixels.ts';

// Larger previews serve nobody and would let a caller ask for any amount of memory.
const MAX_VIEW_SIDE = 4_096;
// Text stays sharp at this quality; a page of 1,600 pixels weighs about 100 kB.
const WEBP_QUALITY = 80;

/** The upright page (from 1) as WebP, at most `maxSide` pixels wide and high. An image is never enlarged. */
export async function renderPage(
  file: string,
  page: number,
  maxSide: number,
  password?: string,
): Promise<Uint8Array> {
  const side = Math.min(MAX_VIEW_SIDE, Math.max(1, Math.floor(maxSide)));
  const format = await identifyFile(file);
  if (format === 'pdf') {
    const drawn = await renderPdfPage(file, page, ({ size }) => viewingPixels(size, side), 'rgbx', password);
    const { width, height, pixels } = drawn;
    return await toWebp(sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha());
  }
  const image = await openImagePage(file, format, page);
  try {
    return await toWebp(
      image.decode().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }),
    );
  } catch (cause) {
    throw unreadableImage(format, cause);
  }
}

async function toWebp(image: Sharp): Promise<Uint8Array> {
  return await image.toColourspace('srgb').webp({ quality: WEBP_QUALITY }).toBuffer();
}

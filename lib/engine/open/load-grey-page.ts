import { identifyFile } from './file-format.ts';
import type { GreyImage } from './grey-image.ts';
import { openImagePage, unreadableImage } from './image-file.ts';
import { renderPdfPage } from './pdf-file.ts';
import { MAX_READING_SIDE, readingPixels } from './pdf-page-pixels.ts';

/**
 * Decodes or draws one page (from 1) upright and grey, at most 3,600 pixels a side. Colour tells the models
 * nothing.
 */
export async function loadGreyPage(file: string, page: number): Promise<GreyImage> {
  const format = await identifyFile(file);
  if (format === 'pdf') return await renderPdfPage(file, page, readingPixels, 'grey');

  const image = await openImagePage(file, format, page);
  const limits = { width: MAX_READING_SIDE, height: MAX_READING_SIDE };
  try {
    const { data, info } = await image
      .decode()
      .resize({ ...limits, fit: 'inside', kernel: 'linear', withoutEnlargement: true })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: data };
  } catch (cause) {
    throw unreadableImage(format, cause);
  }
}

import { identifyFile } from './file-format.ts';
import type { GreyImage } from './grey-image.ts';
import { greyOfColours } from './grey-of-colours.ts';
import { openImagePage, unreadableImage } from './image-file.ts';
import { imageReadingSize } from './image-reading-size.ts';
import { renderPdfPage } from './pdf-file.ts';
import { readingSize } from './pdf-page-content.ts';

/**
 * Decodes or draws one page (from 1) upright and grey, at most 3,600 pixels a side or as many in all as such a
 * page has. Of colour the models need only what tells letters from their ground.
 */
export async function loadGreyPage(file: string, page: number, password?: string): Promise<GreyImage> {
  const format = await identifyFile(file);
  if (format === 'pdf') return await renderPdfPage(file, page, readingSize, 'grey', password);

  const image = await openImagePage(file, format, page);
  try {
    const { data, info } = await image
      .decode()
      .resize({ ...imageReadingSize(image), fit: 'fill', kernel: 'linear' })
      .toColourspace(image.coloured ? 'srgb' : 'b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      pixels: info.channels === 3 ? greyOfColours(data) : data,
    };
  } catch (cause) {
    throw unreadableImage(format, cause);
  }
}

import sharp from 'sharp';
import type { PageSize } from '../document-info.ts';
import type { GreyImage } from '../open/grey-image.ts';

/** The page at the size at which it is searched for text. */
export async function shrinkPage(page: GreyImage, { width, height }: PageSize): Promise<GreyImage> {
  const pixels = await sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } })
    .resize({ width, height, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { width, height, pixels };
}

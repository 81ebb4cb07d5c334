import sharp, { type Metadata, type Sharp } from 'sharp';
import type { PageSize } from '../document-info.ts';
import { EngineError } from '../engine-error.ts';
import type { FileFormat } from './file-format.ts';
import { noSuchPage } from './no-such-page.ts';

// Decoding takes up to 4 bytes a pixel: 100 megapixels (an A3 sheet at 720 dpi) still fit into a child's
// memory limit.
const MAX_MEGAPIXELS = 100;
const MAX_PIXELS = MAX_MEGAPIXELS * 1e6;

/**
 * Upright sizes of an image file's pages, from its headers alone. Throws `too_large` when not one page can be
 * read.
 */
export async function imagePages(file: string, format: FileFormat): Promise<PageSize[]> {
  const pages: PageSize[] = [];
  const count = pageCount(format, await metadataOf(file, format, 1));
  for (let page = 1; page <= count; page++) pages.push(uprightSize(await metadataOf(file, format, page)));
  const [first] = pages;
  if (first && pages.every(isTooLarge)) throw tooLarge(first);
  return pages;
}

export type ImagePage = PageSize & {
  /**
   * Decodes the page upright, on white where it is transparent. Errors of its output go through
   * `unreadableImage`.
   */
  decode(): Sharp;
};

/**
 * Opens one page (from 1) of an image file. Throws `no_such_page`, `too_large`, `unreadable` or
 * `unsupported`.
 */
export async function openImagePage(file: string, format: FileFormat, page: number): Promise<ImagePage> {
  const count = pageCount(format, await metadataOf(file, format, 1));
  if (page < 1 || page > count) throw noSuchPage(page, count);
  const size = uprightSize(await metadataOf(file, format, page));
  if (isTooLarge(size)) throw tooLarge(size);
  return {
    ...size,
    decode: () =>
      sharp(file, { page: page - 1, limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .autoOrient()
        .flatten({ background: 'white' }),
  };
}

/** What decoding an image failed with, as a sentence for the person who uploaded it. */
export function unreadableImage(format: FileFormat, cause: unknown): EngineError {
  if (format === 'heic') {
    return new EngineError(
      'unsupported',
      'HEIC photos cannot be read. Save the photo as JPEG and upload it again.',
      { cause },
    );
  }
  return new EngineError(
    'unreadable',
    `This ${format.toUpperCase()} image is damaged or incomplete. Check it on your side and upload it again.`,
    { cause },
  );
}

async function metadataOf(file: string, format: FileFormat, page: number): Promise<Metadata> {
  try {
    return await sharp(file, { page: page - 1, limitInputPixels: false }).metadata();
  } catch (cause) {
    throw unreadableImage(format, cause);
  }
}

// An animation is one picture to a reader of documents, shown by its first frame.
function pageCount(format: FileFormat, metadata: Metadata): number {
  return format === 'tiff' ? (metadata.pages ?? 1) : 1;
}

function uprightSize({ autoOrient: { width, height } }: Metadata): PageSize {
  return { width, height };
}

function isTooLarge({ width, height }: PageSize): boolean {
  return width * height > MAX_PIXELS;
}

function tooLarge({ width, height }: PageSize): EngineError {
  return new EngineError(
    'too_large',
    `This image has ${width} × ${height} pixels; at most ${MAX_MEGAPIXELS} megapixels can be read. Make it smaller and upload it again.`,
  );
}

import sharp, { type Metadata, type Sharp } from 'sharp';
import type { PageSize } from '../document-info.ts';
import { EngineError } from '../engine-error.ts';
import type { FileFormat } from './file-format.ts';
import { noSuchPage } from './no-such-page.ts';

// Decoding streams through a picture row by row: one of 100 megapixels (an A3 sheet at 720 dpi) is read with 560
// MB resident. Progressive JPEG and interlaced PNG are held whole: 100 megapixels would take 990 MB, 50 still 714.
const MAX_MEGAPIXELS = 100;
const MAX_PROGRESSIVE_MEGAPIXELS = 40;
// AVIF is held whole several times over, 17 MB a megapixel: 25 megapixels are read with 540 MB resident.
const MAX_AVIF_MEGAPIXELS = 30;
const MAX_PIXELS = MAX_MEGAPIXELS * 1e6;

/**
 * Upright sizes of an image file's pages, from its headers alone. Throws `too_large` when not one page can be
 * read.
 */
export async function imagePages(file: string, format: FileFormat): Promise<PageSize[]> {
  const pages: Metadata[] = [];
  const count = pageCount(format, await metadataOf(file, format, 1));
  for (let page = 1; page <= count; page++) pages.push(await metadataOf(file, format, page));
  const [first] = pages;
  if (first && pages.every(isTooLarge)) throw tooLarge(first);
  return pages.map(uprightSize);
}

export type ImagePage = PageSize & {
  /** Whether its pixels have colours, as far as its header tells. */
  coloured: boolean;
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
  const metadata = await metadataOf(file, format, page);
  if (isTooLarge(metadata)) throw tooLarge(metadata);
  return {
    ...uprightSize(metadata),
    coloured: metadata.channels > 2,
    decode() {
      const image = sharp(file, {
        page: page - 1,
        limitInputPixels: MAX_PIXELS,
        failOn: 'error',
      }).autoOrient();
      // An opaque page laid on white is the same one 10 to 30 ms later.
      return metadata.hasAlpha ? image.flatten({ background: 'white' }) : image;
    },
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

function isTooLarge(metadata: Metadata): boolean {
  return metadata.width * metadata.height > maxMegapixels(metadata) * 1e6;
}

function maxMegapixels(metadata: Metadata): number {
  if (isAvif(metadata)) return MAX_AVIF_MEGAPIXELS;
  return metadata.isProgressive ? MAX_PROGRESSIVE_MEGAPIXELS : MAX_MEGAPIXELS;
}

function isAvif({ compression }: Metadata): boolean {
  return compression === 'av1';
}

function tooLarge(metadata: Metadata): EngineError {
  const { width, height } = uprightSize(metadata);
  const megapixels = maxMegapixels(metadata);
  return new EngineError(
    'too_large',
    `This image has ${width} × ${height} pixels; at most ${megapixels} megapixels can be read${adviceFor(metadata)} and upload it again.`,
  );
}

function adviceFor(metadata: Metadata): string {
  if (isAvif(metadata)) return ' of an AVIF image. Save it as JPEG or make it smaller';
  if (metadata.isProgressive)
    return ' of an image that is stored progressive or interlaced. Save it otherwise or make it smaller';
  return '. Make it smaller';
}

import { readFile } from 'node:fs/promises';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { FileFormat } from '../open/file-format.ts';
import { unreadableImage } from '../open/image-file.ts';
import { type PngStream, pngStream } from './png-stream.ts';

/** A picture in the document. `orientation` is how it is to be turned (EXIF, 1 to 8). */
export type EmbeddedPicture = { ref: PDFRef; orientation: number; isCmyk: boolean };

const JPEG_SPACES: Record<number, string> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };
// Adobe's programs write the inks of a JPEG inverted, and all others do as they do.
const INVERTED = [1, 0, 1, 0, 1, 0, 1, 0];

/**
 * Puts one page (from 1) of an image file into the document: the bytes of a JPEG and the rows of a plain PNG as
 * they are, anything else without loss.
 */
export async function embedPicture(
  context: PDFContext,
  file: string,
  format: FileFormat,
  page: number,
): Promise<EmbeddedPicture> {
  try {
    if (format === 'jpeg') {
      const jpeg = await embedJpeg(context, file);
      if (jpeg) return jpeg;
    }
    const { orientation = 1 } = await sharp(file).metadata();
    if (format === 'png') {
      const plain = pngStream(await readFile(file));
      if (plain) return { ref: embedPng(context, plain), orientation, isCmyk: false };
    }
    return { ref: await embedPixels(context, file, page), orientation: 1, isCmyk: false };
  } catch (cause) {
    throw unreadableImage(format, cause);
  }
}

async function embedJpeg(context: PDFContext, file: string): Promise<EmbeddedPicture | null> {
  const { width, height, channels, orientation = 1 } = await sharp(file).metadata();
  const space = JPEG_SPACES[channels];
  if (!space) return null;
  const isCmyk = space === 'DeviceCMYK';
  const picture = context.stream(await readFile(file), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: space,
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    ...(isCmyk && { Decode: INVERTED }),
  });
  return { ref: context.register(picture), orientation, isCmyk };
}

/** Upright, on white where it is transparent. */
async function embedPixels(context: PDFContext, file: string, page: number): Promise<PDFRef> {
  const png = await sharp(file, { page: page - 1, limitInputPixels: false })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .png({ progressive: false, palette: false })
    .toBuffer();
  const rows = pngStream(png);
  if (!rows) throw new Error('A PNG written here is neither interlaced nor transparent');
  return embedPng(context, rows);
}

function embedPng(context: PDFContext, png: PngStream): PDFRef {
  const { rows, width, height, bitsPerComponent, channels, palette } = png;
  const plain = channels === 1 ? 'DeviceGray' : 'DeviceRGB';
  const space = palette && [
    'Indexed',
    'DeviceRGB',
    Math.floor(palette.length / 3) - 1,
    context.register(context.flateStream(palette)),
  ];
  const parameters = { Predictor: 15, Colors: channels, BitsPerComponent: bitsPerComponent, Columns: width };
  const picture = context.stream(rows, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: space ?? plain,
    BitsPerComponent: bitsPerComponent,
    Filter: 'FlateDecode',
    DecodeParms: parameters,
  });
  return context.register(picture);
}

import { degrees, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { FileFormat } from '../open/file-format.ts';
import { openImagePage } from '../open/image-file.ts';
import { inspectFile } from '../open/inspect-file.ts';
import { embedPicture } from './embed-picture.ts';
import { layerContent } from './layer-content.ts';
import { createLayerFont } from './layer-font.ts';
import { pagePlace } from './page-place.ts';
import type { TextLayer } from './text-layer.ts';

const POINTS_PER_INCH = 72;
// Cameras and screens write 72 or 96, which tells nothing about paper: such a picture becomes as long as A4.
const MIN_DENSITY = 100;
const MAX_DENSITY = 2_400;
const A4_LENGTH = 842;
// Readers draw no larger pages (PDF 1.7, annex C).
const MAX_SIDE = 14_400;
const FONT_NAME = 'LecternBlank';

/**
 * A PDF of an image file's pages, each as large as its dots an inch tell and upright, the text over it; PDF/A-2b
 * unless a picture is in inks (CMYK), which that would have to name.
 */
export async function imagePdf(
  file: string,
  format: FileFormat,
  layers: readonly TextLayer[],
  chosen?: readonly number[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setProducer('Lectern');
  document.setCreator('Lectern');
  const font = createLayerFont(document.context);
  const pages = chosen ?? (await inspectFile(file)).pages.map((_, index) => index + 1);
  let hasInks = false;
  for (const number of pages) {
    const layer = layers.find(({ page }) => page === number);
    hasInks = (await addPage(number, layer)) || hasInks;
  }
  font.embed();
  if (!hasInks) document.convertToPDFA({ conformance: '2B' });
  return await document.save({ updateFieldAppearances: false });

  /** Whether the picture is in inks. */
  async function addPage(number: number, layer: TextLayer | undefined): Promise<boolean> {
    const { context } = document;
    const size = await openImagePage(file, format, number);
    const scale = await pointsPerPixel(file, number, Math.max(size.width, size.height));
    const [width, height] = [size.width * scale, size.height * scale];
    const page = document.addPage([width, height]);
    if (layer) page.setRotation(degrees(layer.turned));
    const { ref, orientation, isCmyk } = await embedPicture(context, file, format, number);
    const drawn = `q ${uprightMatrix(orientation, width, height).join(' ')} cm /Picture Do Q\n`;
    page.node.set(
      PDFName.Resources,
      context.obj({ XObject: { Picture: ref }, Font: { [FONT_NAME]: font.ref } }),
    );
    const text = layer ? layerContent(layer.lines, { font, fontName: FONT_NAME, place: placeOf(layer) }) : '';
    page.node.set(PDFName.Contents, context.register(context.flateStream(drawn + text)));
    return isCmyk;

    /** The reading may have turned the picture, and made it smaller. */
    function placeOf({ width: wide, height: high, turned }: TextLayer) {
      const [x, y] = turned % 180 === 0 ? [wide / width, high / height] : [wide / height, high / width];
      const transforms = {
        0: { a: x, b: 0, c: 0, d: -y, e: 0, f: high },
        90: { a: 0, b: y, c: x, d: 0, e: 0, f: 0 },
        180: { a: -x, b: 0, c: 0, d: y, e: wide, f: 0 },
        270: { a: 0, b: -y, c: -x, d: 0, e: wide, f: high },
      };
      return pagePlace(transforms[turned]);
    }
  }
}

async function pointsPerPixel(file: string, page: number, longest: number): Promise<number> {
  const { density = 0 } = await sharp(file, { page: page - 1, limitInputPixels: false }).metadata();
  const isPaper = density >= MIN_DENSITY && density <= MAX_DENSITY;
  const scale = isPaper ? POINTS_PER_INCH / density : A4_LENGTH / longest;
  return Math.min(scale, MAX_SIDE / longest);
}

/** Draws a picture of this EXIF orientation upright into width × height (matrix a b c d e f from the unit square). */
function uprightMatrix(orientation: number, width: number, height: number): number[] {
  const matrices: Record<number, number[]> = {
    2: [-width, 0, 0, height, width, 0],
    3: [-width, 0, 0, -height, width, height],
    4: [width, 0, 0, -height, 0, height],
    5: [0, -height, -width, 0, width, height],
    6: [0, -height, width, 0, 0, height],
    7: [0, height, width, 0, 0, 0],
    8: [0, height, -width, 0, width, 0],
  };
  return matrices[orientation] ?? [width, 0, 0, height, 0, 0];
}

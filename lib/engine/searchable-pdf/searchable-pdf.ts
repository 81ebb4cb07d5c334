import { identifyFile } from '../open/file-format.ts';
import type { SearchablePdf, TextLayer } from './text-layer.ts';

/**
 * The file as a PDF in which the text can be found: letters without ink over its pages. `pages` (from 1), when
 * given, are those it consists of. Pages without a layer stay as they are.
 */
export async function searchablePdf(
  file: string,
  layers: readonly TextLayer[],
  pages?: readonly number[],
): Promise<SearchablePdf> {
  const format = await identifyFile(file);
  if (format === 'pdf') {
    const { layerPdf } = await import('./layer-pdf.ts');
    return await layerPdf(file, layers, pages);
  }
  const { imagePdf } = await import('./image-pdf.ts');
  return { follows: false, bytes: await imagePdf(file, format, layers, pages) };
}

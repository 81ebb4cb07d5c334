import { arrangePage } from './arrange-page.ts';
import type { PageReading } from './page-reading.ts';
import type { PageText } from './page-text.ts';
import type { ReadingOptions, ReadingProgress } from './reading-options.ts';
import { recognisePage } from './recognise-page.ts';
import { recogniseRegion } from './recognise-region.ts';
import { readTextLayer } from './text-layer/read-text-layer.ts';

/**
 * Reads one page (from 1) of a file: its lines, and the order in which they are read. The text that a PDF page
 * holds is taken where it is good; everything else is read from the picture. A region is answered as a page of the
 * same size on which nothing else stands.
 */
export async function readPage(
  file: string,
  page: number,
  options: ReadingOptions = {},
  report: (progress: ReadingProgress) => void = () => undefined,
): Promise<PageReading> {
  const text = await readText(file, page, options, report);
  report({ step: 'arrange', percent: 95 });
  return arrangePage(text);
}

async function readText(
  file: string,
  page: number,
  options: ReadingOptions,
  report: (progress: ReadingProgress) => void,
): Promise<PageText> {
  if (options.region) return await recogniseRegion(file, page, options.region, options, report);
  const layer = await readTextLayer(file, page, options);
  if (layer?.verdict === 'good') return layer.text;
  return await recognisePage(file, page, options, report, layer);
}

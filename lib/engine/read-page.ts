import { arrangePage } from './arrange-page.ts';
import type { PageReading } from './page-reading.ts';
import type { ReadingOptions, ReadingProgress } from './reading-options.ts';
import { recognisePage } from './recognise-page.ts';

/** Reads one page (from 1) of a file: its lines, and the order in which they are read. */
export async function readPage(
  file: string,
  page: number,
  options: ReadingOptions = {},
  report: (progress: ReadingProgress) => void = () => undefined,
): Promise<PageReading> {
  const text = await recognisePage(file, page, options, report);
  report({ step: 'arrange', percent: 95 });
  return arrangePage(text);
}

import type { Scope } from '#lib/access/index.ts';
import type { Extraction } from '#lib/contracts/index.ts';
import { getReading } from './machine-reading-store.ts';
import { readPage } from './read-page.ts';
import { toExtraction } from './to-extraction.ts';

/** What one page says now. @throws NotFound, also while nothing was read on it */
export async function getExtraction(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<Extraction> {
  const page = await readPage(scope, documentId, pageNumber);
  return toExtraction(page, await getReading(page.jobPageId));
}

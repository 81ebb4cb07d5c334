import type { Scope } from '#lib/access/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { findPageTexts } from './job-page-store.ts';

/**
 * What was last read on all pages, joined by form feeds; a page that was never read is empty, so that the n-th
 * part is always page n. @throws NotFound
 */
export async function documentText(
  scope: Scope,
  documentId: string,
): Promise<{ name: string; text: string }> {
  const { name, pageCount } = await getDocument(scope, documentId);
  const read = await findPageTexts(scope, documentId);
  const texts = new Map(read.map(({ pageNumber, text }) => [pageNumber, text]));
  const pages = Array.from({ length: pageCount ?? 0 }, (_, index) => texts.get(index + 1) ?? '');
  return { name, text: pages.join('\f') };
}

import type { Scope } from '#lib/access/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { findTexts } from './extraction-store.ts';
import { recordMissing } from './record-missing.ts';

/**
 * What all pages say now, joined by form feeds; a page that was never read is empty, so that the n-th part is always
 * page n. @throws NotFound
 */
export async function documentText(
  scope: Scope,
  documentId: string,
): Promise<{ name: string; text: string }> {
  const { name, pageCount } = await getDocument(scope, documentId);
  await recordMissing({ documentId });
  const read = await findTexts(scope, documentId);
  const texts = new Map(read.map(({ pageNumber, text }) => [pageNumber, text]));
  const pages = Array.from({ length: pageCount ?? 0 }, (_, index) => texts.get(index + 1) ?? '');
  return { name, text: pages.join('\f') };
}

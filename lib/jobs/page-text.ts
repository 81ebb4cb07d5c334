import type { Scope } from '#lib/access/index.ts';
import type { PageText } from '#lib/contracts/index.ts';
import { getDocument, listPages } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findPageTexts } from './job-page-store.ts';

/** What was last read on one page, also while it is read again; null when nothing was yet. @throws NotFound */
export async function pageText(scope: Scope, documentId: string, number: number): Promise<PageText> {
  await getDocument(scope, documentId);
  const [page] = await listPages(scope, documentId, [number]);
  if (!page) throw new NotFound('There is no such page.');
  const [found] = await findPageTexts(scope, documentId, number);
  return { number, text: found?.text ?? null };
}

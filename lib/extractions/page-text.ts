import type { Scope } from '#lib/access/index.ts';
import type { PageText } from '#lib/contracts/index.ts';
import { getDocument, listPages } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findTexts } from './extraction-store.ts';
import { recordMissing } from './record-missing.ts';

/** What one page says now, also while it is read again; null when nothing was read yet. @throws NotFound */
export async function pageText(scope: Scope, documentId: string, number: number): Promise<PageText> {
  await getDocument(scope, documentId);
  const [page] = await listPages(scope, documentId, [number]);
  if (!page) throw new NotFound('There is no such page.');
  let [found] = await findTexts(scope, documentId, number);
  if (!found) {
    await recordMissing({ documentId });
    [found] = await findTexts(scope, documentId, number);
  }
  return { number, text: found?.text ?? null };
}

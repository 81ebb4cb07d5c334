import type { Scope } from '#lib/access/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import type { PageExtraction } from './extraction.ts';
import { findExtraction } from './extraction-store.ts';
import { recordMissing } from './record-missing.ts';

/** @throws NotFound when there is no such document or page, or nothing was read on it yet. */
export async function readPage(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<PageExtraction> {
  await getDocument(scope, documentId);
  const found = await findExtraction(scope, documentId, pageNumber);
  if (found) return found;
  await recordMissing({ documentId });
  const recorded = await findExtraction(scope, documentId, pageNumber);
  if (!recorded) throw new NotFound('Nothing has been read on this page yet.');
  return recorded;
}

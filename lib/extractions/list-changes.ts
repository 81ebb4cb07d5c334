import type { Scope } from '#lib/access/index.ts';
import { findChanges } from './extraction-store.ts';

/** When what the pages say was last read or corrected, by page number; pages that were never read are absent. */
export async function listChanges(
  scope: Scope,
  documentId: string,
  pageNumbers?: readonly number[],
): Promise<Map<number, Date>> {
  const rows = await findChanges(scope, documentId, pageNumbers);
  return new Map(rows.map(({ pageNumber, changedAt }) => [pageNumber, changedAt]));
}

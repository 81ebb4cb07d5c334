import type { Scope } from '#lib/access/index.ts';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { summarize } from './list-summaries.ts';

/** The document with its newest job. @throws NotFound */
export async function documentSummary(scope: Scope, documentId: string): Promise<DocumentSummary> {
  const [summary] = await summarize(scope, [await getDocument(scope, documentId)]);
  if (!summary) throw new NotFound('There is no such document.');
  return summary;
}

import type { Scope } from '#lib/access/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { findPageTexts } from './job-page-store.ts';
import { findNewestJob } from './job-store.ts';

/**
 * All that the newest job has read, pages joined by form feeds; a page that is not read is empty, so that the
 * n-th part is always page n. @throws NotFound
 */
export async function documentText(
  scope: Scope,
  documentId: string,
): Promise<{ name: string; text: string }> {
  const { name } = await getDocument(scope, documentId);
  const job = await findNewestJob(scope, documentId);
  const pages = job ? await findPageTexts(scope, job.id) : [];
  return { name, text: pages.map(({ text }) => text ?? '').join('\f') };
}

import type { Scope } from '#lib/access/index.ts';
import type { PageText } from '#lib/contracts/index.ts';
import { getDocument, listPages } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findPageTexts } from './job-page-store.ts';
import { findNewestJob } from './job-store.ts';

/** What the newest job read on one page; null until then. @throws NotFound */
export async function pageText(scope: Scope, documentId: string, number: number): Promise<PageText> {
  await getDocument(scope, documentId);
  const [page] = await listPages(scope, documentId, [number]);
  if (!page) throw new NotFound('There is no such page.');
  const job = await findNewestJob(scope, documentId);
  const [found] = job ? await findPageTexts(scope, job.id, [number]) : [];
  return { number, text: found?.text ?? null };
}

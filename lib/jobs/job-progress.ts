import type { Scope } from '#lib/access/index.ts';
import type { DocumentSummary, PageProgress } from '#lib/contracts/index.ts';
import { getDocument, listPages, type Page, pageUrls } from '#lib/documents/index.ts';
import { listChanges } from '#lib/extractions/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findPageStates } from './job-page-store.ts';
import { findNewestJob } from './job-store.ts';
import { summarize } from './list-summaries.ts';

type PageState = Awaited<ReturnType<typeof findPageStates>>[number];

/**
 * The live state of a document and of its pages, or of the pages that are numbered, as the newest job has
 * them. @throws NotFound
 */
export async function jobProgress(
  scope: Scope,
  documentId: string,
  { pages: numbers }: { pages?: readonly number[] | undefined } = {},
): Promise<{ document: DocumentSummary; pages: PageProgress[] }> {
  const document = await getDocument(scope, documentId);
  const [[summary], pages, job, changes] = await Promise.all([
    summarize(scope, [document]),
    listPages(scope, documentId, numbers),
    findNewestJob(scope, documentId),
    listChanges(scope, documentId, numbers),
  ]);
  if (!summary) throw new NotFound('There is no such document.');
  const states = job ? await findPageStates(scope, job.id, numbers) : [];
  const byNumber = new Map(states.map((state) => [state.pageNumber, state]));
  return {
    document: summary,
    pages: pages.map((page) => ({
      ...toPageProgress(documentId, page, byNumber.get(page.number)),
      changedAt: changes.get(page.number)?.toISOString() ?? null,
    })),
  };
}

function toPageProgress(
  documentId: string,
  page: Page,
  state: PageState | undefined,
): Omit<PageProgress, 'changedAt'> {
  return {
    number: page.number,
    status: state?.status ?? 'queued',
    attempt: state?.attempt ?? 1,
    percent: state?.percent ?? null,
    error: state?.error ?? null,
    startedAt: state?.startedAt?.toISOString() ?? null,
    completedAt: state?.completedAt?.toISOString() ?? null,
    width: page.width,
    height: page.height,
    ...pageUrls(documentId, page),
  };
}

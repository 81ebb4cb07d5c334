import type { Scope } from '#lib/access/index.ts';
import { applyPredictionEvent, jobProgress, submitPage } from '#lib/jobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { parsePrediction } from '#lib/provider/index.ts';

/** What the service says of a page that was read. */
export const reading = { text: 'Total 5', width: 10, height: 20, angle: 0, lines: [] };

type Try = { submissionId: string; predictionId: string | null };

export function submissionsOf(documentId: string) {
  return database().jobPage.findMany({
    where: { job: { documentId } },
    orderBy: [{ createdAt: 'asc' }, { pageNumber: 'asc' }],
  });
}

/** Does what the submit tasks would do. */
export async function submitAll(scope: Scope, documentId: string) {
  for (const { id, submissionId } of await submissionsOf(documentId)) {
    await submitPage(scope, { jobPageId: id, submissionId });
  }
  return submissionsOf(documentId);
}

/** Applies what the service would say of this try. */
export function tell(page: Try | undefined, status: string, more = {}) {
  const prediction = parsePrediction({ id: page?.predictionId, status, ...more });
  if (!page || !prediction) throw new Error('The test tells something that is no news of a page.');
  return applyPredictionEvent({ submissionId: page.submissionId, prediction });
}

export async function statusOf(scope: Scope, documentId: string) {
  const { document, pages } = await jobProgress(scope, documentId);
  return { job: document.job?.status, pages: pages.map(({ status }) => status) };
}

/** Payloads of the tasks of one kind that exist. */
export async function tasks(name: string): Promise<Record<string, unknown>[]> {
  const rows = await database().$queryRaw<{ data: Record<string, unknown> }[]>`
    SELECT data FROM pgboss.job WHERE name = ${name}`;
  return rows.map(({ data }) => data);
}

import { afterAll, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { database } = await import('#lib/platform/database.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, newDocument, scopeOf, uploadOf } = await import('#lib/testing/documents.ts');
const { reading, statusOf, submissionsOf, submitAll, tasks, tell } = await import('#lib/testing/reading.ts');
const { getQuota } = await import('#lib/usage/index.ts');
const jobs = await import('./index.ts');

afterAll(async () => {
  await closeQueue();
  await service.stop();
});

const sizes = [1, 2, 3].map(() => ({ width: 1, height: 2 }));

/** Somebody whose workspace may have so many pages a month read. */
async function userWithQuota(monthlyPageQuota: number) {
  const user = await createUser();
  await setQuota(user.workspace.id, monthlyPageQuota);
  return { user, scope: scopeOf(user) };
}

async function setQuota(id: string, monthlyPageQuota: number | null): Promise<void> {
  await database().workspace.update({ where: { id }, data: { monthlyPageQuota } });
}

async function readAll(scope: Parameters<typeof submitAll>[0], documentId: string): Promise<void> {
  for (const page of await submitAll(scope, documentId)) await tell(page, 'succeeded', { output: reading });
}

it('refuses to begin when nothing is left, says all numbers, and leaves the upload as it was', async () => {
  const { user, scope } = await userWithQuota(1);
  await readAll(scope, await documentWithPages(user, 1));
  const { uploadId } = await uploadOf(user);
  const clock = { now: () => new Date('2026-11-23T10:00:00Z') };
  await database().usageDay.updateMany({
    where: { workspaceId: user.workspace.id },
    data: { day: new Date('2026-11-23') },
  });
  const start = jobs.startJob(scope, { uploadId }, clock);
  await expect(start).rejects.toMatchObject({
    kind: 'limit_reached',
    message:
      'This workspace may have 1 page a month read. 1 are read, so 1 page more cannot be accepted. ' +
      'The count begins anew on 1 December 2026 (UTC); whoever runs this installation can raise the quota.',
  });
  const nextMonth = { now: () => new Date('2026-12-01T00:00:00Z') };
  await jobs.startJob(scope, { uploadId }, nextMonth);
});

it('ends a document with more pages than are left before a page of it is submitted, and says why', async () => {
  const { user, scope } = await userWithQuota(2);
  const documentId = await newDocument(user);
  const before = (await tasks('submit-page')).length;
  await jobs.beginPages(scope, documentId, sizes);
  expect(await tasks('submit-page')).toHaveLength(before);
  expect(await statusOf(scope, documentId)).toEqual({ job: 'failed', pages: ['failed', 'failed', 'failed'] });
  const [page] = await submissionsOf(documentId);
  expect(page?.error).toMatch(/2 pages a month .* 3 pages more/);
  expect(await getQuota(scope)).toMatchObject({ monthlyPages: 2, readPages: 0, pagesUnderWay: 0 });
});

it('lets those pages be retried once the quota is raised, and not before', async () => {
  const { user, scope } = await userWithQuota(2);
  const documentId = await documentWithPages(user, 3);
  await expect(jobs.retryFailedPages(scope, documentId)).rejects.toMatchObject({ name: 'QuotaReached' });
  await jobs.retryPage(scope, documentId, 1);
  await setQuota(user.workspace.id, 3);
  expect(await jobs.retryFailedPages(scope, documentId)).toBe(2);
  await readAll(scope, documentId);
  expect((await statusOf(scope, documentId)).job).toBe('succeeded');
  await expect(jobs.rerunDocument(scope, documentId)).rejects.toMatchObject({ name: 'QuotaReached' });
});

it('lets one of two documents that are opened at the same time have what is left', async () => {
  const { user, scope } = await userWithQuota(3);
  const both = await Promise.all([newDocument(user), newDocument(user)]);
  await Promise.all(both.map((documentId) => jobs.beginPages(scope, documentId, sizes)));
  const ends = await Promise.all(both.map(async (documentId) => (await statusOf(scope, documentId)).job));
  expect(ends.sort()).toEqual(['failed', 'queued']);
});

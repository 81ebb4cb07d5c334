import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, newDocument, scopeOf } = await import('#lib/testing/documents.ts');
const { reading, statusOf, submissionsOf, submitAll, tasks, tell } = await import('#lib/testing/reading.ts');
const jobs = await import('./index.ts');

const user = await createUser();
const scope = scopeOf(user);

afterAll(async () => {
  await closeQueue();
  await service.stop();
});
beforeEach(() => {
  service.refusal = null;
  service.beforeAnswer = null;
  service.predictions.length = 0;
});

describe('canceling', () => {
  it('stops what is unfinished, keeps what was read, and tells the service', async () => {
    const documentId = await documentWithPages(user, 3);
    const [first, second] = await submitAll(scope, documentId);
    await tell(first, 'succeeded', { output: reading });
    await jobs.cancelJob(scope, documentId);
    await jobs.cancelJob(scope, documentId);
    expect(await statusOf(scope, documentId)).toEqual({
      job: 'canceled',
      pages: ['succeeded', 'canceled', 'canceled'],
    });
    expect(await tell(second, 'succeeded', { output: reading })).toBe('ignored');
    expect(await tasks('cancel-submission')).toContainEqual({
      workspaceId: user.workspace.id,
      predictionId: second?.predictionId,
    });
  });

  it('during the inspection leaves pages that begin as canceled and can be retried', async () => {
    const documentId = await newDocument(user);
    await jobs.cancelJob(scope, documentId);
    await jobs.beginPages(scope, documentId, [{ width: 1, height: 1 }]);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'canceled', pages: ['canceled'] });
    await jobs.retryPage(scope, documentId, 1);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'queued', pages: ['queued'] });
  });

  it('leaves a job alone that is over', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    await tell(page, 'succeeded', { output: reading });
    await jobs.cancelJob(scope, documentId);
    expect((await statusOf(scope, documentId)).job).toBe('succeeded');
  });
});

describe('trying again', () => {
  it('makes a new try of a failed page, which news of the old one no longer touches', async () => {
    const documentId = await documentWithPages(user, 2);
    const [first, second] = await submitAll(scope, documentId);
    await tell(first, 'failed', { error: 'Too dark' });
    await tell(second, 'succeeded', { output: reading });
    await jobs.retryPage(scope, documentId, 1);
    const { document, pages } = await jobs.jobProgress(scope, documentId);
    expect(document.job).toMatchObject({ status: 'running', completedAt: null });
    expect(pages[0]).toMatchObject({ status: 'queued', attempt: 2, error: null });
    expect(await tell(first, 'succeeded', { output: reading })).toBe('unknown');
    const [again] = await submitAll(scope, documentId);
    await tell(again, 'succeeded', { output: reading });
    expect(await statusOf(scope, documentId)).toEqual({
      job: 'succeeded',
      pages: ['succeeded', 'succeeded'],
    });
  });

  it('is refused for a page that is being read or was read', async () => {
    const documentId = await documentWithPages(user, 1);
    await expect(jobs.retryPage(scope, documentId, 1)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await jobs.retryFailedPages(scope, documentId)).toBe(0);
  });

  it('of all pages makes a new job, and the earlier job keeps what it read', async () => {
    const documentId = await documentWithPages(user, 1);
    await expect(jobs.rerunDocument(scope, documentId)).rejects.toMatchObject({ kind: 'conflict' });
    const [page] = await submitAll(scope, documentId);
    await tell(page, 'succeeded', { output: reading });
    await jobs.rerunDocument(scope, documentId);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'queued', pages: ['queued'] });
    const [earlier] = await submissionsOf(documentId);
    expect(earlier).toMatchObject({ status: 'succeeded', text: 'Total 5' });
  });
});

describe('a service that stays silent', () => {
  const minutes = (count: number) => ({ now: () => new Date(Date.now() + count * 60_000) });

  it('is asked, and its answer counts like a webhook', async () => {
    const documentId = await documentWithPages(user, 1);
    await submitAll(scope, documentId);
    const [prediction] = service.predictions;
    if (!prediction) throw new Error('no prediction');
    Object.assign(prediction, { status: 'succeeded', output: reading });
    await jobs.reconcileJobs(minutes(0));
    expect((await statusOf(scope, documentId)).job).toBe('queued');
    await jobs.reconcileJobs(minutes(1));
    expect((await statusOf(scope, documentId)).job).toBe('succeeded');
  });

  it('gets the page anew when it knows nothing of it, and the page fails at the third loss', async () => {
    const documentId = await documentWithPages(user, 1);
    for (const attempt of [1, 2, 3]) {
      await submitAll(scope, documentId);
      const { pages } = await jobs.jobProgress(scope, documentId);
      expect(pages[0]).toMatchObject({ status: 'submitted', attempt });
      service.predictions.length = 0;
      await jobs.reconcileJobs(minutes(1));
    }
    const { pages } = await jobs.jobProgress(scope, documentId);
    expect(pages[0]).toMatchObject({ status: 'failed', attempt: 3, error: expect.stringContaining('lost') });
  });

  it('leaves no page behind whose task was lost', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submissionsOf(documentId);
    const waiting = async () =>
      (await tasks('submit-page')).filter((task) => task.submissionId === page?.submissionId).length;
    expect(await waiting()).toBe(1);
    await jobs.reconcileJobs(minutes(4));
    expect(await waiting()).toBe(1);
    await jobs.reconcileJobs(minutes(6));
    expect(await waiting()).toBe(2);
    await jobs.reconcileJobs(minutes(7));
    expect(await waiting()).toBe(2);
  });
});

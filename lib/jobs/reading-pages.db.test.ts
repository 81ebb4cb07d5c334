import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { closeQueue } = await import('#lib/queue/index.ts');
const { newId } = await import('#lib/platform/index.ts');
const { parsePrediction } = await import('#lib/provider/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, newDocument, scopeOf, uploadOf } = await import('#lib/testing/documents.ts');
const { reading, statusOf, submissionsOf, submitAll, tasks, tell } = await import('#lib/testing/reading.ts');
const extractions = await import('#lib/extractions/index.ts');
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

describe('starting', () => {
  it('writes document, job and task together, and takes an upload once', async () => {
    const { uploadId } = await uploadOf(user);
    const starts = await Promise.allSettled([
      jobs.startJob(scope, { uploadId }),
      jobs.startJob(scope, { uploadId }),
    ]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { documents } = await jobs.listSummaries(scope);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      state: 'inspecting',
      job: { status: 'queued', pages: { total: 0 } },
    });
  });

  it('begins the pages once, however often the inspection is reported', async () => {
    const documentId = await newDocument(user);
    const sizes = [
      { width: 1, height: 2 },
      { width: 3, height: 4 },
    ];
    await Promise.all([jobs.beginPages(scope, documentId, sizes), jobs.beginPages(scope, documentId, sizes)]);
    const { document, pages } = await jobs.jobProgress(scope, documentId);
    expect(document).toMatchObject({ state: 'ready', pageCount: 2, job: { pages: { total: 2 } } });
    expect(pages).toMatchObject([
      { number: 1, status: 'queued', width: 1, height: 2, imageUrl: null },
      { number: 2, status: 'queued', width: 3, height: 4, imageUrl: null },
    ]);
  });

  it('says why nothing can be read from a file, and ends the job', async () => {
    const documentId = await newDocument(user);
    await jobs.failInspection(scope, documentId, { problem: 'This PDF is damaged.', locked: false });
    const { document } = await jobs.jobProgress(scope, documentId);
    expect(document).toMatchObject({
      state: 'unreadable',
      problem: 'This PDF is damaged.',
      job: { status: 'failed' },
    });
    await jobs.beginPages(scope, documentId, [{ width: 1, height: 1 }]);
    expect((await statusOf(scope, documentId)).pages).toEqual([]);
    await expect(jobs.rerunDocument(scope, documentId)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('progress', () => {
  const logged = (percent: number) => ({ logs: `Loading\n ${percent}%|███       | ${percent}/100\n` });
  const percentsOf = async (documentId: string) => {
    const { document, pages } = await jobs.jobProgress(scope, documentId);
    return { pages: pages.map(({ percent }) => percent), partlyRead: document.job?.pages.partlyRead };
  };

  it('of a page is what the service logs, and never falls', async () => {
    const documentId = await documentWithPages(user, 2);
    const [page, other] = await submitAll(scope, documentId);
    expect(await percentsOf(documentId)).toEqual({ pages: [null, null], partlyRead: 0 });
    await tell(page, 'processing');
    expect(await tell(page, 'processing', logged(40))).toBe('applied');
    expect(await tell(page, 'processing', logged(25))).toBe('ignored');
    expect(await tell(page, 'processing')).toBe('ignored');
    await tell(other, 'processing', logged(10));
    expect(await percentsOf(documentId)).toEqual({ pages: [40, 10], partlyRead: 0.5 });
    expect((await statusOf(scope, documentId)).job).toBe('running');
  });

  it('of a page that has ended, or of an earlier try, changes nothing', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    await tell(page, 'processing', logged(40));
    await tell(page, 'failed', { error: 'torn' });
    expect(await tell(page, 'processing', logged(80))).toBe('ignored');
    await jobs.retryFailedPages(scope, documentId);
    expect(await percentsOf(documentId)).toEqual({ pages: [null], partlyRead: 0 });
    expect(await tell(page, 'processing', logged(90))).toBe('unknown');
  });
});

describe('submitting', () => {
  it('hands a page over once', async () => {
    const documentId = await documentWithPages(user, 1);
    await submitAll(scope, documentId);
    await submitAll(scope, documentId);
    expect(service.predictions).toHaveLength(1);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'queued', pages: ['submitted'] });
  });

  it('keeps the news that came before its own note of the submission', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submissionsOf(documentId);
    service.beforeAnswer = async ({ id }) => {
      await tell(page && { ...page, predictionId: id }, 'succeeded', { output: reading });
    };
    await submitAll(scope, documentId);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'succeeded', pages: ['succeeded'] });
  });

  it('has the service stop when the page was canceled while the service was asked', async () => {
    const documentId = await documentWithPages(user, 1);
    service.beforeAnswer = async () => jobs.cancelJob(scope, documentId);
    await submitAll(scope, documentId);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'canceled', pages: ['canceled'] });
    const predictionId = service.predictions[0]?.id ?? '';
    expect(await tasks('cancel-submission')).toContainEqual({ workspaceId: user.workspace.id, predictionId });
  });

  it('fails a page that the service refuses, with its reason', async () => {
    const documentId = await documentWithPages(user, 1);
    service.refusal = { status: 422, body: { detail: 'There is no such model.', status: 422 } };
    await submitAll(scope, documentId);
    const { pages } = await jobs.jobProgress(scope, documentId);
    expect(pages[0]).toMatchObject({ status: 'failed', error: expect.stringContaining('no such model') });
  });

  it('gives a page up when its tries are used up, but not one that was handed over', async () => {
    const documentId = await documentWithPages(user, 2);
    const [first, second] = await submissionsOf(documentId);
    if (!first || !second) throw new Error('no pages');
    await jobs.submitPage(scope, { jobPageId: first.id, submissionId: first.submissionId });
    await jobs.failPage(scope, first.submissionId, 'Not reached.');
    await jobs.failPage(scope, second.submissionId, 'Not reached.');
    expect((await statusOf(scope, documentId)).pages).toEqual(['submitted', 'failed']);
  });
});

describe('news of a page', () => {
  it('moves page and job forward, and ends the job with its last page', async () => {
    const documentId = await documentWithPages(user, 2);
    const [first, second] = await submitAll(scope, documentId);
    await tell(first, 'processing');
    expect(await statusOf(scope, documentId)).toEqual({ job: 'running', pages: ['processing', 'submitted'] });
    await tell(first, 'succeeded', { output: reading });
    await tell(second, 'failed', { error: 'Too dark' });
    expect(await statusOf(scope, documentId)).toEqual({
      job: 'partially_failed',
      pages: ['succeeded', 'failed'],
    });
    expect(await extractions.pageText(scope, documentId, 1)).toEqual({ number: 1, text: 'Total 5' });
    expect(await extractions.documentText(scope, documentId)).toMatchObject({ text: 'Total 5\f' });
    const { document, pages } = await jobs.jobProgress(scope, documentId, { pages: [2] });
    expect(document.job?.completedAt).not.toBeNull();
    expect(pages).toMatchObject([{ number: 2, error: 'Too dark' }]);
  });

  it('never goes back: late and contradicting news change nothing', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    expect(await tell(page, 'succeeded', { output: reading })).toBe('applied');
    expect(await tell(page, 'processing')).toBe('ignored');
    expect(await tell(page, 'starting')).toBe('ignored');
    expect(await tell(page, 'failed', { error: 'no' })).toBe('ignored');
    expect(await tell(page, 'succeeded', { output: { ...reading, text: 'other' } })).toBe('ignored');
    expect(await statusOf(scope, documentId)).toEqual({ job: 'succeeded', pages: ['succeeded'] });
    expect((await extractions.pageText(scope, documentId, 1)).text).toBe('Total 5');
  });

  it('counts a webhook id once, whatever a second message with it says', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    const webhookId = newId();
    const news = (status: string) => {
      const prediction = parsePrediction({ id: page?.predictionId, status, output: reading });
      if (!page || !prediction) throw new Error('no page');
      return jobs.applyPredictionEvent({ submissionId: page.submissionId, prediction, webhookId });
    };
    expect((await Promise.all([news('processing'), news('processing')])).sort()).toEqual([
      'applied',
      'ignored',
    ]);
    expect(await news('succeeded')).toBe('ignored');
    expect((await statusOf(scope, documentId)).pages).toEqual(['processing']);
  });

  it('of another prediction than the one that counts is ignored', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    expect(await tell(page && { ...page, predictionId: newId() }, 'failed', { error: 'no' })).toBe('ignored');
    expect(await statusOf(scope, documentId)).toEqual({ job: 'queued', pages: ['submitted'] });
  });

  it('of a submission nobody knows is told apart', async () => {
    expect(await tell({ submissionId: newId(), predictionId: newId() }, 'processing')).toBe('unknown');
  });

  it('ends the job exactly when all of many pages ended at the same time', async () => {
    const documentId = await documentWithPages(user, 12);
    const pages = await submitAll(scope, documentId);
    await Promise.all(pages.map((page) => tell(page, 'succeeded', { output: reading })));
    expect((await statusOf(scope, documentId)).job).toBe('succeeded');
  });
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '#lib/platform/index.ts';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { inTransaction } = await import('#lib/platform/index.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { deleteDocument, lockDocument } = await import('#lib/documents/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, newDocument, scopeOf } = await import('#lib/testing/documents.ts');
const { reading, statusOf, submissionsOf, submitAll, tasks, tell } = await import('#lib/testing/reading.ts');
const { waitingForLocks } = await import('#lib/testing/waiting-for-locks.ts');
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

  it('and a page that ends at that moment never wait for each other', async () => {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    // As canceling does first, before it takes the job that the page's end holds.
    await inTransaction(async (tx) => {
      await lockDocument(tx, scope, documentId);
      expect(await tell(page, 'succeeded', { output: reading })).toBe('applied');
    });
    expect((await extractions.pageText(scope, documentId, 1)).text).toBe('Total 5');
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

  it('of all pages makes a new job, and what was read stays to be had until it is read anew', async () => {
    const documentId = await documentWithPages(user, 1);
    await expect(jobs.rerunDocument(scope, documentId)).rejects.toMatchObject({ kind: 'conflict' });
    const [page] = await submitAll(scope, documentId);
    await tell(page, 'succeeded', { output: reading });
    await jobs.rerunDocument(scope, documentId);
    expect(await statusOf(scope, documentId)).toEqual({ job: 'queued', pages: ['queued'] });
    const [earlier] = await submissionsOf(documentId);
    expect(earlier).toMatchObject({ status: 'succeeded', text: 'Total 5' });
    await jobs.cancelJob(scope, documentId);
    expect((await extractions.pageText(scope, documentId, 1)).text).toBe('Total 5');
    expect((await extractions.documentText(scope, documentId)).text).toBe('Total 5');
    await jobs.retryPage(scope, documentId, 1);
    const again = (await submitAll(scope, documentId)).at(-1);
    await tell(again, 'succeeded', { output: { ...reading, text: 'Total 6' } });
    expect((await extractions.pageText(scope, documentId, 1)).text).toBe('Total 6');
  });

  it('of all pages tells that text of an earlier reading is left, until every such page is read anew', async () => {
    const documentId = await documentWithPages(user, 2);
    async function hasEarlierText(): Promise<boolean[]> {
      const { documents } = await jobs.listSummaries(scope);
      const listed = documents.filter(({ id }) => id === documentId);
      return [...listed, (await jobs.jobProgress(scope, documentId)).document].map(
        (one) => one.hasEarlierText,
      );
    }
    const [first, second] = await submitAll(scope, documentId);
    await tell(first, 'succeeded', { output: reading });
    await tell(second, 'succeeded', { output: { ...reading, text: '' } });
    expect(await hasEarlierText()).toEqual([false, false]);
    await jobs.rerunDocument(scope, documentId);
    expect(await hasEarlierText()).toEqual([true, true]);
    await jobs.cancelJob(scope, documentId);
    expect(await hasEarlierText()).toEqual([true, true]);
    // The second page had no text: nothing is left of the earlier reading once the first is read.
    await jobs.retryPage(scope, documentId, 1);
    const again = (await submitAll(scope, documentId)).find(({ status }) => status === 'submitted');
    await tell(again, 'succeeded', { output: reading });
    expect(await hasEarlierText()).toEqual([false, false]);
  });

  it('of all pages is done in the languages that are told, else in those of the last time', async () => {
    const documentId = await documentWithPages(user, 1);
    async function languagesOfNext(change?: { languages: string[] }): Promise<unknown> {
      const page = (await submitAll(scope, documentId)).at(-1);
      await tell(page, 'succeeded', { output: reading });
      await jobs.rerunDocument(scope, documentId, change);
      return (await jobs.jobProgress(scope, documentId)).document.job?.languages;
    }
    expect(await languagesOfNext({ languages: ['de'] })).toEqual(['de']);
    expect(await languagesOfNext()).toEqual(['de']);
    await submitAll(scope, documentId);
    expect(service.predictions.at(-1)?.input).toMatchObject({ languages: ['de'] });
  });
});

describe('what is asked for at the same time', () => {
  async function readDocument(): Promise<string> {
    const documentId = await documentWithPages(user, 1);
    const [page] = await submitAll(scope, documentId);
    await tell(page, 'succeeded', { output: reading });
    return documentId;
  }

  it('makes one job of several reruns', async () => {
    const documentId = await readDocument();
    let reruns: Promise<PromiseSettledResult<void>[]> = Promise.resolve([]);
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM job WHERE document_id = ${documentId} FOR UPDATE`;
      reruns = Promise.allSettled([1, 2, 3].map(() => jobs.rerunDocument(scope, documentId)));
      // All have begun before the first can decide.
      await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(3);
    });
    const refused = (await reruns).flatMap((rerun) => (rerun.status === 'rejected' ? [rerun.reason] : []));
    expect(refused).toMatchObject([{ kind: 'conflict' }, { kind: 'conflict' }]);
    expect((await submissionsOf(documentId)).map(({ status }) => status)).toEqual(['succeeded', 'queued']);
  });

  it('reads nothing of a document that is being deleted', async () => {
    const documentId = await readDocument();
    const held = Promise.withResolvers<void>();
    const deleted = Promise.withResolvers<void>();
    const deletion = inTransaction(async (tx) => {
      await deleteDocument(tx, scope, documentId, new Date());
      deleted.resolve();
      await held.promise;
    });
    await deleted.promise;
    // It sees the document still, and has to wait for the deletion's outcome.
    const rerun = jobs.rerunDocument(scope, documentId).catch((error: unknown) => error);
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    held.resolve();
    await deletion;
    expect(await rerun).toMatchObject({ kind: 'not_found' });
    expect(await submissionsOf(documentId)).toHaveLength(1);
    await expect(jobs.rerunDocument(scope, documentId)).rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('a service that stays silent', () => {
  const minutes = (count: number) => ({ now: () => new Date(Date.now() + count * 60_000) });
  const reconcile = (clock: Clock) => jobs.reconcileJobs(new AbortController().signal, clock);

  it('is asked, and its answer counts like a webhook', async () => {
    const documentId = await documentWithPages(user, 1);
    await submitAll(scope, documentId);
    const [prediction] = service.predictions;
    if (!prediction) throw new Error('no prediction');
    Object.assign(prediction, { status: 'succeeded', output: reading });
    await reconcile(minutes(0));
    expect((await statusOf(scope, documentId)).job).toBe('queued');
    await reconcile(minutes(1));
    expect((await statusOf(scope, documentId)).job).toBe('succeeded');
  });

  it.each([
    ['refuses the key', { status: 401, body: { detail: 'No.', status: 401 } }],
    ['answers what is no prediction', { status: 200, body: { hello: 'world' } }],
  ])('about one page, or %s, holds up no other', async (_, answer) => {
    const documentId = await documentWithPages(user, 2);
    const [first] = await submitAll(scope, documentId);
    for (const prediction of service.predictions) {
      Object.assign(prediction, { status: 'succeeded', output: reading });
    }
    service.answers.set(first?.predictionId ?? '', answer);
    await reconcile(minutes(1));
    expect((await statusOf(scope, documentId)).pages).toEqual(['submitted', 'succeeded']);
    service.answers.clear();
    await reconcile(minutes(1));
    expect((await statusOf(scope, documentId)).pages).toEqual(['submitted', 'succeeded']);
    await reconcile(minutes(2));
    expect((await statusOf(scope, documentId)).pages).toEqual(['succeeded', 'succeeded']);
  });

  it('is asked nothing more once the round is stopped', async () => {
    const documentId = await documentWithPages(user, 1);
    await submitAll(scope, documentId);
    service.predictions.length = 0;
    await jobs.reconcileJobs(AbortSignal.abort(), minutes(1));
    expect((await jobs.jobProgress(scope, documentId)).pages[0]).toMatchObject({ status: 'submitted' });
  });

  it('gets the page anew when it knows nothing of it, and the page fails at the third loss', async () => {
    const documentId = await documentWithPages(user, 1);
    for (const attempt of [1, 2, 3]) {
      await submitAll(scope, documentId);
      const { pages } = await jobs.jobProgress(scope, documentId);
      expect(pages[0]).toMatchObject({ status: 'submitted', attempt });
      service.predictions.length = 0;
      await reconcile(minutes(1));
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
    await reconcile(minutes(4));
    expect(await waiting()).toBe(1);
    await reconcile(minutes(6));
    expect(await waiting()).toBe(2);
    await reconcile(minutes(7));
    expect(await waiting()).toBe(2);
  });
});

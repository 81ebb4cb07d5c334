import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnginePool } from '#lib/engine/index.ts';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
process.env.REPLICATE_API_TOKEN = 'a token of the operator';
// The configuration is read once, on import.
const { EngineError } = await import('#lib/engine/index.ts');
const { jobProgress, rerunDocument, retryPage } = await import('#lib/jobs/index.ts');
const { database } = await import('#lib/platform/database.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { newDocument, scopeOf } = await import('#lib/testing/documents.ts');
const { registerPortalTasks } = await import('./portal-tasks.ts');

const user = await createUser();
const scope = scopeOf(user);
const patience = { timeout: 15_000 };

/** What the engine does with a page, or with the file as page 0, before it succeeds. */
const failures: { page: number; error: Error; times: number }[] = [];
let drawings = 0;

async function meet(page: number): Promise<void> {
  const failure = failures.find((one) => one.page === page && one.times > 0);
  if (!failure) return;
  failure.times -= 1;
  throw failure.error;
}

const engine: EnginePool = {
  size: 1,
  async inspect() {
    await meet(0);
    const page = { width: 10, height: 20 };
    return { kind: 'pdf', format: 'pdf', pages: [page, page] };
  },
  async renderPage({ page, maxSide }) {
    await meet(page);
    drawings += 1;
    return Buffer.from(`picture of page ${page}, ${maxSide} pixels`);
  },
  readPage: () => Promise.reject(new Error('The portal reads no pages itself.')),
  unlock: () => Promise.reject(new Error('No document here is encrypted.')),
  searchablePdf: () => Promise.reject(new Error('Nothing is exported here.')),
  close: async () => undefined,
};

const crash = () => new EngineError('crashed', 'The OCR engine stopped unexpectedly.');

beforeAll(() => registerPortalTasks(engine, new AbortController().signal));
beforeEach(() => {
  failures.length = 0;
  drawings = 0;
  service.predictions.length = 0;
});
afterAll(async () => {
  await closeQueue();
  await service.stop();
});

const statuses = async (documentId: string) =>
  (await jobProgress(scope, documentId)).pages.map(({ status }) => status);

describe('pages for a service that reads pictures', () => {
  it('are submitted once each as soon as they are drawn, and drawn again never', async () => {
    const documentId = await newDocument(user);
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'submitted']);
    expect(service.predictions).toHaveLength(2);
    expect(drawings).toBe(4);
    await database().job.updateMany({ where: { documentId }, data: { status: 'failed' } });
    await rerunDocument(scope, documentId);
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'submitted']);
    expect(service.predictions).toHaveLength(4);
    expect(drawings).toBe(4);
  });

  it('fail with the reason when they cannot be drawn, and can be retried', async () => {
    const error = new EngineError('unreadable', 'Page 2 of this PDF is damaged and cannot be drawn.');
    failures.push({ page: 2, error, times: 1 });
    const documentId = await newDocument(user);
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'failed']);
    const { pages } = await jobProgress(scope, documentId);
    expect(pages[1]?.error).toBe('Page 2 of this PDF is damaged and cannot be drawn.');
    await retryPage(scope, documentId, 2);
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'submitted']);
  });

  it('fail when they could not be drawn however often it was tried', async () => {
    failures.push({ page: 2, error: crash(), times: Number.POSITIVE_INFINITY });
    const documentId = await newDocument(user);
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'queued']);
    // All of the task's reruns would take minutes.
    await database().$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE name = 'render-page'`;
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'failed']);
    const { pages } = await jobProgress(scope, documentId);
    expect(pages[1]?.error).toContain('could not be drawn after several tries');
  });
});

describe('an engine process that dies', () => {
  it('condemns neither the document nor a page: the task is run again', async () => {
    failures.push({ page: 0, error: crash(), times: 1 }, { page: 1, error: crash(), times: 1 });
    const documentId = await newDocument(user);
    await expect.poll(() => statuses(documentId), patience).toEqual(['submitted', 'submitted']);
    expect((await jobProgress(scope, documentId)).document).toMatchObject({ state: 'ready', problem: null });
  });
});

describe('where the service cannot call back', () => {
  it('a page is asked about until it has ended, also while the service is overloaded', async () => {
    const documentId = await newDocument(user);
    await expect.poll(() => service.predictions.length, patience).toBe(2);
    const [first, second] = service.predictions;
    if (!first || !second) throw new Error('There are two predictions.');
    expect(first.webhook).toBeUndefined();
    Object.assign(first, { status: 'succeeded', output: 'read elsewhere', started_at: null });
    service.answers.set(second.id, { status: 429, body: { detail: 'Request was throttled.', status: 429 } });
    await expect.poll(() => statuses(documentId), patience).toContain('succeeded');
    service.answers.delete(second.id);
    Object.assign(second, { status: 'failed', error: 'The picture is torn.' });
    await expect
      .poll(async () => (await statuses(documentId)).toSorted(), patience)
      .toEqual(['failed', 'succeeded']);
  });
});

import { afterAll, beforeEach, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { database } = await import('#lib/platform/database.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { scopeOf } = await import('#lib/testing/documents.ts');
const { readDocument, readingOf } = await import('#lib/testing/read-pages.ts');
const { getExtraction } = await import('#lib/extractions/index.ts');
const { readRegion } = await import('./index.ts');

const user = await createUser();
const scope = scopeOf(user);
const page = { ...readingOf('Total of all'), turned: 90 as const, languages: ['de'] };
const documentId = await readDocument(user, [page]);
const box: [number, number, number, number] = [10, 20, 300, 60];

afterAll(async () => {
  await closeQueue();
  await service.stop();
});
beforeEach(() => {
  service.refusal = null;
  service.beforeAnswer = null;
  service.predictions.length = 0;
});

it('reads the box of the page as it lies upright, in its own languages, and stores nothing', async () => {
  const found = readingOf('Paid in cash');
  service.beforeAnswer = async (prediction) => {
    Object.assign(prediction, { status: 'succeeded', output: found });
  };
  const before = await getExtraction(scope, documentId, 1);
  expect(await readRegion(scope, documentId, 1, { box })).toEqual({ lines: found.lines });
  expect(service.predictions).toMatchObject([
    {
      path: '/v1/models/lectern/page-ocr/predictions',
      input: { page: 1, languages: ['de'], region: box, turned: 90 },
      webhook: undefined,
    },
  ]);
  expect(await getExtraction(scope, documentId, 1)).toEqual(before);
});

it('reads it in other languages when told', async () => {
  service.beforeAnswer = async (prediction) => {
    Object.assign(prediction, { status: 'succeeded', output: readingOf() });
  };
  await readRegion(scope, documentId, 1, { box, languages: ['ja'] });
  expect(service.predictions[0]?.input.languages).toEqual(['ja']);
});

it('cancels what was not read in time, and says that another try may help', async () => {
  await expect(readRegion(scope, documentId, 1, { box })).rejects.toMatchObject({ kind: 'unavailable' });
  expect(service.predictions).toMatchObject([{ canceled: true }]);
});

it('says what the service says when it cannot read it', async () => {
  service.beforeAnswer = async (prediction) => {
    Object.assign(prediction, { status: 'failed', error: 'The file is damaged.' });
  };
  const read = readRegion(scope, documentId, 1, { box });
  await expect(read).rejects.toMatchObject({ kind: 'conflict', message: 'The file is damaged.' });
});

it('says that another try may help while the service is overloaded', async () => {
  service.refusal = { status: 429, body: { detail: 'Later.', status: 429 } };
  await expect(readRegion(scope, documentId, 1, { box })).rejects.toMatchObject({ kind: 'unavailable' });
});

it('counts as one page for who asks, one in vain as failed, and one given up not at all', async () => {
  const reader = await createUser({ role: 'editor', workspace: user.workspace });
  const asking = scopeOf(reader);
  const ends = [
    { status: 'succeeded', output: readingOf() },
    { status: 'succeeded', output: readingOf() },
    { status: 'failed', error: 'The file is damaged.' },
    {},
  ] as const;
  for (const end of ends) {
    service.beforeAnswer = async (prediction) => void Object.assign(prediction, end);
    await readRegion(asking, documentId, 1, { box }).catch(() => undefined);
  }
  const rows = await database().usageDay.findMany({ where: { subjectId: reader.id } });
  expect(rows).toMatchObject([{ subjectKind: 'user', pages: 2, failedPages: 1 }]);
});

it('reads no more at the same time than the pages that are left, and asks nobody for the rest', async () => {
  const owner = await createUser();
  const own = await readDocument(owner, [page]);
  const { workspace } = owner;
  const taken = await database().usageDay.aggregate({
    where: { workspaceId: workspace.id },
    _sum: { pages: true },
  });
  const monthlyPageQuota = (taken._sum.pages ?? 0) + 1;
  await database().workspace.update({ where: { id: workspace.id }, data: { monthlyPageQuota } });
  service.predictions.length = 0;
  service.beforeAnswer = async (prediction) =>
    void Object.assign(prediction, { status: 'succeeded', output: readingOf() });
  const asked = await Promise.allSettled([1, 2].map(() => readRegion(scopeOf(owner), own, 1, { box })));
  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { name: 'QuotaReached' },
  });
  expect(service.predictions).toHaveLength(1);
});

it('asks nobody for a box beyond the page', async () => {
  const read = readRegion(scope, documentId, 1, { box: [10, 20, 401, 60] });
  await expect(read).rejects.toMatchObject({
    kind: 'invalid_input',
    message: 'The box reaches beyond the page, which is 400 × 600 pixels.',
  });
  expect(service.predictions).toEqual([]);
});

it('says that a page of text alone has no parts that could be read', async () => {
  const textAlone = await readDocument(user, ['Total of all']);
  await expect(readRegion(scope, textAlone, 1, { box })).rejects.toMatchObject({ kind: 'conflict' });
});

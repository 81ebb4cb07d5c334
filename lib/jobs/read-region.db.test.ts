import { afterAll, beforeEach, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
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

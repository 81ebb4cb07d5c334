import { afterAll, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { scopeOf } = await import('#lib/testing/documents.ts');
const { readDocument, readingOf } = await import('#lib/testing/read-pages.ts');
const { statusOf, submissionsOf, submitAll, tell } = await import('#lib/testing/reading.ts');
const extractions = await import('#lib/extractions/index.ts');
const jobs = await import('./index.ts');

const user = await createUser();
const scope = scopeOf(user, 'review:write');

afterAll(async () => {
  await closeQueue();
  await service.stop();
});

const newDocument = () => readDocument(user, [readingOf('Seite eins'), readingOf('Page two')]);

/** Has page 1 read as German, and the service answer with this text. */
async function rereadFirst(documentId: string, text: string) {
  await jobs.rerunDocument(scope, documentId, { page: 1, languages: ['de'] });
  const page = (await submitAll(scope, documentId)).find(({ status }) => status === 'submitted');
  await tell(page, 'succeeded', { output: readingOf(text) });
}

it('reads one page anew in the language that is told; the others are as they were', async () => {
  const documentId = await newDocument();
  const before = await extractions.getExtraction(scope, documentId, 2);
  await jobs.rerunDocument(scope, documentId, { page: 1, languages: ['de'] });
  expect(await statusOf(scope, documentId)).toEqual({ job: 'running', pages: ['queued', 'succeeded'] });
  const page = (await submitAll(scope, documentId)).find(({ status }) => status === 'submitted');
  expect(service.predictions).toMatchObject([{ input: { page: 1, languages: ['de'] } }]);
  await tell(page, 'succeeded', { output: readingOf('Seite Eins') });
  expect(await statusOf(scope, documentId)).toEqual({ job: 'succeeded', pages: ['succeeded', 'succeeded'] });
  expect((await extractions.pageText(scope, documentId, 1)).text).toBe('Seite Eins');
  expect(await extractions.getExtraction(scope, documentId, 2)).toEqual(before);
});

it('keeps the corrections of the page, and offers the newer reading beside them', async () => {
  const documentId = await newDocument();
  const operations = [{ op: 'set' as const, line: 'r0', text: 'Seite 1' }];
  await extractions.saveRevision(scope, documentId, 1, { saveId: 'mycorrection', base: 0, operations });
  await rereadFirst(documentId, 'Seite Eins');
  const kept = await extractions.getExtraction(scope, documentId, 1);
  expect(kept).toMatchObject({ revision: 1, hasNewerReading: true, lines: [{ text: 'Seite 1' }] });
  expect(await extractions.newerReading(scope, documentId, 1)).toMatchObject([{ text: 'Seite Eins' }]);
  const taken = await extractions.takeNewerReading(scope, documentId, 1);
  expect(taken).toMatchObject({ revision: 2, hasNewerReading: false, lines: [{ text: 'Seite Eins' }] });
  expect(await extractions.extractionAt(scope, documentId, 1, 1)).toMatchObject([{ text: 'Seite 1' }]);
});

it('keeps a page that failed as failed, so that it can still be tried again', async () => {
  const documentId = await newDocument();
  await jobs.rerunDocument(scope, documentId);
  const pages = (await submitAll(scope, documentId)).filter(({ status }) => status === 'submitted');
  await tell(pages[0], 'succeeded', { output: readingOf('Seite eins') });
  await tell(pages[1], 'failed', { error: 'The page is damaged.' });
  await rereadFirst(documentId, 'Seite Eins');
  expect(await statusOf(scope, documentId)).toEqual({
    job: 'partially_failed',
    pages: ['succeeded', 'failed'],
  });
  await jobs.retryPage(scope, documentId, 2);
  expect((await statusOf(scope, documentId)).pages).toEqual(['succeeded', 'queued']);
});

it('refuses a page that does not exist, and a document that is being read', async () => {
  const documentId = await newDocument();
  const count = (await submissionsOf(documentId)).length;
  const missing = jobs.rerunDocument(scope, documentId, { page: 3 });
  await expect(missing).rejects.toMatchObject({ kind: 'not_found' });
  expect(await submissionsOf(documentId)).toHaveLength(count);
  await jobs.rerunDocument(scope, documentId, { page: 1 });
  const busy = jobs.rerunDocument(scope, documentId, { page: 2 });
  await expect(busy).rejects.toMatchObject({ kind: 'conflict' });
});

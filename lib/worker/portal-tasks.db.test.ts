import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { fileToRead, openOriginal, openPageImage, openThumbnail } = await import('#lib/documents/index.ts');
const { createEnginePool } = await import('#lib/engine/index.ts');
const { cancelJob, jobProgress, startJob, trashDocuments, unlockDocument } = await import(
  '#lib/jobs/index.ts'
);
const { sha256 } = await import('#lib/platform/index.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { makeLockedPdf } = await import('#lib/testing/encrypted-pdf.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { newDocument, scopeOf, uniqueJpeg, uploadOf } = await import('#lib/testing/documents.ts');
const { makePdf } = await import('#lib/testing/image-factory.ts');
const { registerPortalTasks } = await import('./portal-tasks.ts');

const engine = createEnginePool({ processes: 1 });
const user = await createUser();
const scope = scopeOf(user);
const patience = { timeout: 15_000 };

beforeAll(() => registerPortalTasks(engine, new AbortController().signal));
afterAll(async () => {
  await closeQueue();
  await engine.close();
  await service.stop();
});

async function begin(name: string, bytes: Uint8Array): Promise<string> {
  const { uploadId } = await uploadOf(user, name, bytes);
  return (await startJob(scope, { uploadId })).documentId;
}

describe('the tasks of the portal', () => {
  it('take a file from upload to submitted pages with pictures', async () => {
    const documentId = await begin('two.pdf', await makePdf([['First page'], ['Second page']]));
    const pages = async () => (await jobProgress(scope, documentId)).pages;
    await expect
      .poll(async () => (await pages()).map(({ status }) => status), patience)
      .toEqual(['submitted', 'submitted']);
    expect(service.predictions.map(({ input }) => input.page).sort()).toEqual([1, 2]);
    expect(service.files).toHaveLength(1);
    await expect.poll(async () => (await pages()).every(({ imageUrl }) => imageUrl), patience).toBe(true);
    const [image, thumbnail] = await Promise.all([
      openPageImage(scope, documentId, 2).then((file) => file.open()),
      openThumbnail(scope, documentId, 2).then((file) => file.open()),
    ]);
    expect(thumbnail.size).toBeLessThan(image.size);
    await Promise.all([image.stream.cancel(), thumbnail.stream.cancel()]);
    await cancelJob(scope, documentId);
    const canceled = () => service.predictions.filter((prediction) => prediction.canceled).length;
    await expect.poll(canceled, patience).toBe(2);
  });

  it('say what is wrong with a file that the engine cannot open', async () => {
    const documentId = await begin('broken.jpg', uniqueJpeg());
    await expect
      .poll(async () => (await jobProgress(scope, documentId)).document, patience)
      .toMatchObject({
        state: 'unreadable',
        problem: expect.stringContaining('JPEG'),
        job: { status: 'failed' },
      });
  });

  it('open a locked document with its password alone, and hand its copy without a lock on', async () => {
    const locked = makeLockedPdf('Kept under lock', 'sesame');
    const documentId = await begin('locked.pdf', locked);
    const document = async () => (await jobProgress(scope, documentId)).document;
    await expect
      .poll(document, patience)
      .toMatchObject({ state: 'unreadable', locked: true, job: { status: 'failed' } });
    await unlockDocument(scope, documentId, 'wrong');
    const problem = 'The password does not open this PDF. Check it and try again.';
    await expect.poll(document, patience).toMatchObject({ state: 'unreadable', locked: true, problem });
    const filesBefore = service.files.length;
    await unlockDocument(scope, documentId, 'sesame');
    await expect.poll(document, patience).toMatchObject({ state: 'ready', locked: false, problem: null });
    await expect.poll(() => service.files.length, patience).toBe(filesBefore + 1);
    expect(service.files.at(-1)).not.toContain('/Encrypt');
    const copy = await fileToRead(scope, documentId);
    expect((await engine.inspect(copy.path)).pages).toHaveLength(1);
    expect((await openOriginal(scope, documentId)).sha256).toBe(sha256(locked));
    await expect(unlockDocument(scope, documentId, 'sesame')).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('leave a document alone that was trashed before its turn', async () => {
    const documentId = await newDocument(user);
    await trashDocuments(scope, { documentIds: [documentId] });
    const later = await begin('broken.jpg', uniqueJpeg());
    await expect
      .poll(async () => (await jobProgress(scope, later)).document.state, patience)
      .toBe('unreadable');
    await expect(jobProgress(scope, documentId)).rejects.toMatchObject({ kind: 'not_found' });
  });
});

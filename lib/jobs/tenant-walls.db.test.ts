import { afterAll, expect, it } from 'vitest';
import * as documents from '#lib/documents/index.ts';
import * as extractions from '#lib/extractions/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf, uploadOf } from '#lib/testing/documents.ts';
import { statusOf, submissionsOf } from '#lib/testing/reading.ts';
import * as jobs from './index.ts';

const [owner, stranger] = await Promise.all([createUser(), createUser()]);
const documentId = await documentWithPages(owner, 2);
const { uploadId } = await uploadOf(owner);
const foreign = scopeOf(stranger);
const own = scopeOf(owner);

afterAll(() => closeQueue());

/** Everything that takes a scope and names something in a workspace. */
const verbs: Record<string, () => Promise<unknown>> = {
  startJob: () => jobs.startJob(foreign, { uploadId }),
  jobProgress: () => jobs.jobProgress(foreign, documentId),
  pageText: () => extractions.pageText(foreign, documentId, 1),
  documentText: () => extractions.documentText(foreign, documentId),
  cancelJob: () => jobs.cancelJob(foreign, documentId),
  retryPage: () => jobs.retryPage(foreign, documentId, 1),
  retryFailedPages: () => jobs.retryFailedPages(foreign, documentId),
  rerunDocument: () => jobs.rerunDocument(foreign, documentId),
  readRegion: () => jobs.readRegion(foreign, documentId, 1, { box: [0, 0, 9, 9] }),
  unlockDocument: () => jobs.unlockDocument(foreign, documentId, 'sesame'),
  trashDocuments: () => jobs.trashDocuments(foreign, { documentIds: [documentId] }),
  getDocument: () => documents.getDocument(foreign, documentId),
  openOriginal: () => documents.openOriginal(foreign, documentId),
  openPageImage: () => documents.openPageImage(foreign, documentId, 1),
  openThumbnail: () => documents.openThumbnail(foreign, documentId, 1),
  fileToRead: () => documents.fileToRead(foreign, documentId),
  recordUnlockedFile: () => documents.recordUnlockedFile(foreign, documentId, Buffer.from('pdf')),
  deleteDocument: () => inTransaction((tx) => documents.deleteDocument(tx, foreign, documentId, new Date())),
};

it.each(Object.keys(verbs))(
  '%s finds nothing of another workspace, and changes nothing there',
  async (name) => {
    const before = await submissionsOf(documentId);
    await expect(verbs[name]?.()).rejects.toMatchObject({ kind: 'not_found' });
    expect(await submissionsOf(documentId)).toEqual(before);
    expect((await statusOf(own, documentId)).job).toBe('queued');
  },
);

it('lists nothing of another workspace', async () => {
  expect((await jobs.listSummaries(foreign)).documents).toEqual([]);
  expect((await jobs.listSummaries(own)).documents).toHaveLength(1);
  expect(await documents.listPages(foreign, documentId)).toEqual([]);
  expect(await documents.pictureFile(foreign, documentId, 1)).toBeNull();
});

it('lets no background verb of another workspace touch the pages', async () => {
  const before = await submissionsOf(documentId);
  const [page] = before;
  if (!page) throw new Error('no page');
  await jobs.failPage(foreign, page.submissionId, 'No.');
  await jobs.submitPage(foreign, { jobPageId: page.id, submissionId: page.submissionId });
  await jobs.beginPages(foreign, documentId, [{ width: 1, height: 1 }]);
  await jobs.failInspection(foreign, documentId, { problem: 'No.', locked: false });
  await documents.recordPageImages(foreign, documentId, 1, {
    image: Buffer.from('i'),
    thumbnail: Buffer.from('t'),
  });
  expect(await submissionsOf(documentId)).toEqual(before);
  expect(await documents.pictureFile(own, documentId, 1)).toBeNull();
  expect((await documents.getDocument(own, documentId)).state).toBe('ready');
});

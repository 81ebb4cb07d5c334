import { createHash } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import { recordLargePicture } from './record-large-picture.ts';
import { recordPageImages } from './record-page-images.ts';
import { recordUnlockedFile } from './record-unlocked-file.ts';

// What becomes of bytes that others remove between being stored and being named: nothing may name them.

const user = await createUser();
const scope = scopeOf(user);
const documentId = await documentWithPages(user, 1);

afterAll(() => closeQueue());

/** Runs `record` and removes the bytes once it has stored them and waits for the row that will name them. */
async function losing(
  bytes: Uint8Array,
  lockRow: (tx: Tx) => Promise<unknown>,
  record: () => Promise<void>,
): Promise<void> {
  const key = createHash('sha256').update(bytes).digest('hex');
  const recording = Promise.withResolvers<void>();
  await inTransaction(async (tx) => {
    await lockRow(tx);
    record().then(recording.resolve, recording.reject);
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    await inTransaction((other) => removeUnusedBlobs(other, [key]));
  });
  await recording.promise;
}

const lockPage = (tx: Tx) => tx.$queryRaw`SELECT id FROM page WHERE document_id = ${documentId} FOR UPDATE`;
const lockDocument = (tx: Tx) => tx.$queryRaw`SELECT id FROM document WHERE id = ${documentId} FOR UPDATE`;
const row = () =>
  database().document.findUniqueOrThrow({
    where: { id: documentId },
    select: {
      unlockedSha256: true,
      pages: { select: { imageSha256: true, thumbnailSha256: true, largeSha256: true } },
    },
  });

it.each([
  [
    'of the usual pictures',
    lockPage,
    (image: Buffer) => recordPageImages(scope, documentId, 1, { image, thumbnail: image }),
  ],
  ['of the large picture', lockPage, (image: Buffer) => recordLargePicture(scope, documentId, 1, image)],
  ['of the copy without password', lockDocument, (pdf: Buffer) => recordUnlockedFile(scope, documentId, pdf)],
])('never names bytes that were removed meanwhile: %s', async (_, lockRow, record) => {
  const before = await row();
  const bytes = Buffer.from(newId());
  await expect(losing(bytes, lockRow, () => record(bytes))).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await row()).toEqual(before);
  await record(bytes);
  expect(await row()).not.toEqual(before);
});

import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { blobPath } from '#lib/blobs/index.ts';
import { trashDocuments } from '#lib/jobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId, sha256 } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, newDocument, scopeOf } from '#lib/testing/documents.ts';
import { deleteForGood } from './delete-for-good.ts';
import { fileToRead } from './files-on-disk.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { listPages } from './list-pages.ts';
import { openOriginal, openPageImage, openThumbnail } from './open-files.ts';
import { recordPageImages } from './record-page-images.ts';
import { recordUnlockedFile } from './record-unlocked-file.ts';
import { workspaceOfDocument } from './workspace-of-document.ts';

afterAll(() => closeQueue());

/** All the way: to the trash, and out of it. */
async function discardDocument(scope: Scope, documentId: string): Promise<void> {
  await trashDocuments(scope, { documentIds: [documentId] });
  await deleteForGood(scope, [documentId]);
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

describe('the list of documents', () => {
  it('goes on where it ended, newest first, whatever is added or deleted meanwhile', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.unshift(await newDocument(user));
    const first = await listDocuments(scope, { limit: 2 });
    expect(first.documents.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    await newDocument(user);
    await discardDocument(scope, ids[1] ?? '');
    const second = await listDocuments(scope, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.documents.map(({ id }) => id)).toEqual(ids.slice(2, 4));
    const third = await listDocuments(scope, { limit: 2, cursor: second.nextCursor ?? '' });
    expect(third).toMatchObject({ documents: [{ id: ids[4] }], nextCursor: null });
  });

  it.each(['nonsense', Buffer.from('[1,2]').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      const scope = scopeOf(await createUser());
      await expect(listDocuments(scope, { cursor })).rejects.toMatchObject({ kind: 'invalid_input' });
    },
  );
});

describe('a deleted document', () => {
  it('is gone from everywhere', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const id = await documentWithPages(user, 1);
    await recordPageImages(scope, id, 1, { image: Buffer.from('i'), thumbnail: Buffer.from('t') });
    await discardDocument(scope, id);
    const gone = { kind: 'not_found' };
    await expect(getDocument(scope, id)).rejects.toMatchObject(gone);
    await expect(openOriginal(scope, id)).rejects.toMatchObject(gone);
    await expect(openPageImage(scope, id, 1)).rejects.toMatchObject(gone);
    await expect(discardDocument(scope, id)).rejects.toMatchObject(gone);
    expect(await listPages(scope, id)).toEqual([]);
    expect((await listDocuments(scope)).documents).toEqual([]);
    expect(await workspaceOfDocument(id)).toBeNull();
  });
});

describe('the copy of a document that needs no password', () => {
  const newCopy = () => Buffer.from(`%PDF-1.7 ${newId()}`);
  const isThere = (bytes: Uint8Array) => existsSync(blobPath(sha256(bytes)));

  it('goes with the document, the original stays', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const id = await newDocument(user);
    const original = (await fileToRead(scope, id)).path;
    const copy = newCopy();
    await recordUnlockedFile(scope, id, copy);
    expect((await fileToRead(scope, id)).path).toBe(blobPath(sha256(copy)));
    await discardDocument(scope, id);
    expect(isThere(copy)).toBe(false);
    expect(existsSync(original)).toBe(true);
    const row = await database().document.findUniqueOrThrow({ where: { id } });
    expect(row.unlockedSha256).toBeNull();
  });

  it('stays while another document needs the same bytes', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const [one, other] = [await newDocument(user), await newDocument(user)];
    const copy = newCopy();
    await recordUnlockedFile(scope, one, copy);
    await recordUnlockedFile(scope, other, copy);
    await discardDocument(scope, one);
    expect(isThere(copy)).toBe(true);
    await discardDocument(scope, other);
    expect(isThere(copy)).toBe(false);
  });

  it('is kept once: a newer one takes its place, the same one stays', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const id = await newDocument(user);
    const [older, newer] = [newCopy(), newCopy()];
    await recordUnlockedFile(scope, id, older);
    await recordUnlockedFile(scope, id, newer);
    await recordUnlockedFile(scope, id, newer);
    expect([older, newer].map(isThere)).toEqual([false, true]);
  });

  it('is not kept for a document that was deleted meanwhile', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const id = await newDocument(user);
    await discardDocument(scope, id);
    const copy = newCopy();
    await expect(recordUnlockedFile(scope, id, copy)).rejects.toMatchObject({ kind: 'not_found' });
    expect(isThere(copy)).toBe(false);
  });
});

describe("a page's pictures", () => {
  it('are there once they are recorded, and can be recorded again', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const id = await documentWithPages(user, 2);
    await expect(openPageImage(scope, id, 1)).rejects.toMatchObject({ kind: 'not_found' });
    const pictures = { image: Buffer.from('large'), thumbnail: Buffer.from('small') };
    await recordPageImages(scope, id, 1, pictures);
    await recordPageImages(scope, id, 1, pictures);
    const image = await openPageImage(scope, id, 1);
    const thumbnail = await openThumbnail(scope, id, 1);
    expect(await textOf((await image.open()).stream)).toBe('large');
    expect(await textOf((await thumbnail.open()).stream)).toBe('small');
    expect((await getDocument(scope, id)).thumbnailSha256).toBe(thumbnail.sha256);
    await expect(openPageImage(scope, id, 2)).rejects.toMatchObject({ kind: 'not_found' });
  });
});

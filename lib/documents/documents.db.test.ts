import { afterAll, describe, expect, it } from 'vitest';
import { discardDocument } from '#lib/jobs/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, newDocument, scopeOf } from '#lib/testing/documents.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { listPages } from './list-pages.ts';
import { openOriginal, openPageImage, openThumbnail } from './open-files.ts';
import { recordPageImages } from './record-page-images.ts';
import { workspaceOfDocument } from './workspace-of-document.ts';

afterAll(() => closeQueue());

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

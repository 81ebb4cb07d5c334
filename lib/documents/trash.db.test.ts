import { afterAll, describe, expect, it } from 'vitest';
import { jobProgress, trashDocuments } from '#lib/jobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, newDocument, scopeOf } from '#lib/testing/documents.ts';
import { deleteForGood, emptyOldTrash, emptyTrash } from './delete-for-good.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { listTrash, trashedDocument } from './list-trash.ts';
import { restoreDocuments } from './restore-documents.ts';
import { workspaceOfDocument } from './workspace-of-document.ts';

afterAll(() => closeQueue());

const notFound = { kind: 'not_found' };
const at = (time: string) => ({ now: () => new Date(time) });

async function someone() {
  const user = await createUser();
  return { user, scope: scopeOf(user, 'document:write') };
}

async function tasksFor(documentId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM pgboss.job WHERE data->>'documentId' = ${documentId} ORDER BY created_on`;
  return rows.map(({ name }) => name);
}

describe('a document in the trash', () => {
  it('is found nowhere else, and comes back as it was', async () => {
    const { user, scope } = await someone();
    const id = await documentWithPages(user, 2);
    const before = await getDocument(scope, id);
    expect(await trashDocuments(scope, { documentIds: [id] })).toEqual([id]);
    await expect(getDocument(scope, id)).rejects.toMatchObject(notFound);
    await expect(jobProgress(scope, id)).rejects.toMatchObject(notFound);
    await expect(trashDocuments(scope, { documentIds: [id] })).rejects.toMatchObject(notFound);
    expect(await workspaceOfDocument(id)).toBeNull();
    expect(await listDocuments(scope)).toMatchObject({ documents: [], total: 0 });
    const trash = await listTrash(scope);
    expect(trash).toMatchObject({ total: 1, documents: [{ id, name: before.name, pageCount: 2 }] });

    await restoreDocuments(scope, [id]);
    expect(await getDocument(scope, id)).toEqual(before);
    expect(await listTrash(scope)).toEqual({ documents: [], total: 0 });
    await expect(restoreDocuments(scope, [id])).rejects.toMatchObject(notFound);
  });

  it('is not read any further', async () => {
    const { user, scope } = await someone();
    const id = await documentWithPages(user, 2);
    await trashDocuments(scope, { documentIds: [id] });
    await restoreDocuments(scope, [id]);
    const { document } = await jobProgress(scope, id);
    expect(document.job).toMatchObject({ status: 'canceled', pages: { canceled: 2 } });
  });

  it('is opened after all when it comes back before anybody had looked into it', async () => {
    const { user, scope } = await someone();
    const id = await newDocument(user);
    await trashDocuments(scope, { documentIds: [id] });
    await restoreDocuments(scope, [id]);
    expect(await tasksFor(id)).toEqual(['inspect-document', 'inspect-document']);
  });

  it('has the pages drawn after all that were not', async () => {
    const { user, scope } = await someone();
    const id = await documentWithPages(user, 1);
    const before = (await tasksFor(id)).filter((name) => name === 'render-page').length;
    await trashDocuments(scope, { documentIds: [id] });
    await restoreDocuments(scope, [id]);
    expect((await tasksFor(id)).filter((name) => name === 'render-page')).toHaveLength(before + 1);
  });

  it('is restored with others or not at all', async () => {
    const { user, scope } = await someone();
    const [one, other] = [await newDocument(user), await newDocument(user)];
    await trashDocuments(scope, { documentIds: [one] });
    await expect(restoreDocuments(scope, [one, other])).rejects.toMatchObject(notFound);
    expect(await trashedDocument(scope, one)).toMatchObject({ id: one, trashedBy: user.name });
  });

  it('stays with its workspace', async () => {
    const { user, scope } = await someone();
    const stranger = scopeOf(await createUser(), 'document:write');
    const id = await newDocument(user);
    await expect(trashDocuments(stranger, { documentIds: [id] })).rejects.toMatchObject(notFound);
    expect(await trashDocuments(stranger, { matching: {} })).toEqual([]);
    await trashDocuments(scope, { documentIds: [id] });
    await expect(restoreDocuments(stranger, [id])).rejects.toMatchObject(notFound);
    await expect(deleteForGood(stranger, [id])).rejects.toMatchObject(notFound);
    expect(await emptyTrash(stranger)).toBe(0);
    expect(await trashedDocument(stranger, id)).toBeNull();
    expect(await trashedDocument(scope, id)).toMatchObject({ id });
  });
});

describe('deleting for good', () => {
  it('takes nothing but what is in the trash, and nothing brings that back', async () => {
    const { user, scope } = await someone();
    const [kept, gone] = [await newDocument(user), await newDocument(user)];
    await expect(deleteForGood(scope, [kept])).rejects.toMatchObject(notFound);
    await trashDocuments(scope, { documentIds: [gone] });
    await deleteForGood(scope, [gone]);
    await expect(restoreDocuments(scope, [gone])).rejects.toMatchObject(notFound);
    expect(await trashedDocument(scope, gone)).toBeNull();
    expect((await listDocuments(scope)).documents.map(({ id }) => id)).toEqual([kept]);
  });

  it('can take the whole trash', async () => {
    const { user, scope } = await someone();
    const ids = [await newDocument(user), await newDocument(user)];
    await trashDocuments(scope, { documentIds: ids });
    expect(await emptyTrash(scope)).toBe(2);
    expect(await listTrash(scope)).toEqual({ documents: [], total: 0 });
  });

  it('comes by itself after thirty days, not before', async () => {
    const { user, scope } = await someone();
    const [old, recent] = [await newDocument(user), await newDocument(user)];
    await trashDocuments(scope, { documentIds: [old] }, at('2020-01-01T12:00:00Z'));
    await trashDocuments(scope, { documentIds: [recent] }, at('2020-01-02T12:00:00Z'));
    await emptyOldTrash(undefined, at('2020-01-31T11:59:59Z'));
    expect(await trashedDocument(scope, old)).not.toBeNull();
    await emptyOldTrash(undefined, at('2020-01-31T12:00:01Z'));
    expect(await trashedDocument(scope, old)).toBeNull();
    expect(await trashedDocument(scope, recent)).not.toBeNull();
  });
});

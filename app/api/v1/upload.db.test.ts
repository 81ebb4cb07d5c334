import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { blobPath } from '#lib/blobs/index.ts';
import { portalDocumentSchema } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId, openSealed, sha256 } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, portalProblemOf } from '#lib/testing/call-portal.ts';
import { uniqueJpeg } from '#lib/testing/documents.ts';
import { tasks } from '#lib/testing/reading.ts';
import { POST as create, GET as list } from './documents/route.ts';

afterAll(() => closeQueue());

const owner = await createUser();
const token = await apiTokenOf(owner);

function formOf(bytes: Uint8Array, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'scan.jpg');
  return form;
}

function upload(body: FormData, { as = token, key }: { as?: string; key?: string } = {}) {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return callPortal(create, { method: 'POST', token: as, body, headers });
}

async function idOf(response: Response): Promise<string> {
  return portalDocumentSchema.parse(await response.json()).id;
}

describe('an upload by a program', () => {
  it('becomes a document and a job of nobody, with the audit trail naming the token', async () => {
    const reply = await upload(formOf(uniqueJpeg(), { name: 'Invoice.jpg', language: 'de' }));
    expect(reply.status).toBe(201);
    const document = portalDocumentSchema.strict().parse(await reply.json());
    expect(document).toMatchObject({ name: 'Invoice.jpg', created_by: null, api_token: 'Test' });
    expect(document.job).toMatchObject({ languages: ['de'] });
    const [event] = await database().auditEvent.findMany({ where: { targetId: document.id } });
    expect(event).toMatchObject({ actorKind: 'token', actorName: 'Test' });
  });

  it('needs the scope for documents', async () => {
    const as = await apiTokenOf(owner, ['documents:read', 'predictions:write']);
    const problem = await portalProblemOf(await upload(formOf(uniqueJpeg()), { as }));
    expect(problem).toMatchObject({ status: 403, kind: 'forbidden' });
  });

  it('leaves no bytes behind when nothing became of it', async () => {
    const [bytes, others] = [uniqueJpeg(), uniqueJpeg()];
    await upload(formOf(others), { key: 'taken' });
    const problem = await portalProblemOf(await upload(formOf(bytes), { key: 'taken' }));
    expect(problem).toMatchObject({ status: 409, kind: 'conflict' });
    expect(existsSync(blobPath(sha256(bytes)))).toBe(false);
    expect(existsSync(blobPath(sha256(others)))).toBe(true);
    const wrong = await upload(formOf(bytes, { language: 'klingon' }));
    expect(await portalProblemOf(wrong)).toMatchObject({
      status: 422,
      invalid_fields: [{ field: 'language' }],
    });
    expect(existsSync(blobPath(sha256(bytes)))).toBe(false);
  });

  it('keeps bytes that another document has, too', async () => {
    const bytes = uniqueJpeg();
    await upload(formOf(bytes));
    await upload(formOf(uniqueJpeg()), { key: 'another' });
    expect((await upload(formOf(bytes), { key: 'another' })).status).toBe(409);
    expect(existsSync(blobPath(sha256(bytes)))).toBe(true);
  });
});

describe('an idempotency key', () => {
  it('makes one document of any number of tries, at once or later', async () => {
    const bytes = uniqueJpeg();
    const tries = await Promise.all([1, 2, 3].map(() => upload(formOf(bytes), { key: 'one' })));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(await Promise.all(tries.map(idOf))).size).toBe(1);
    const rows = await database().document.findMany({
      where: { sha256: sha256(bytes) },
      include: { jobs: true },
    });
    expect(rows.map(({ jobs }) => jobs.length)).toEqual([1]);
  });

  it('is another one for another token, and in another workspace', async () => {
    const bytes = uniqueJpeg();
    const callers = [token, await apiTokenOf(owner), await apiTokenOf(await createUser())];
    const ids = await Promise.all(
      callers.map(async (as) => idOf(await upload(formOf(bytes), { as, key: 'k' }))),
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe('a password', () => {
  const pdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), uniqueJpeg()]);

  it('goes, sealed, into the task that opens the PDF, and nowhere else', async () => {
    const id = await idOf(await upload(formOf(pdf(), { password: 'sesame' })));
    const [task] = (await tasks('unlock-document')).filter(({ documentId }) => documentId === id);
    expect(openSealed(String(task?.sealedPassword))).toBe('sesame');
    expect((await tasks('inspect-document')).some(({ documentId }) => documentId === id)).toBe(false);
    expect(JSON.stringify(await database().auditEvent.findMany())).not.toContain('sesame');
  });

  it('means nothing to a picture', async () => {
    const id = await idOf(await upload(formOf(uniqueJpeg(), { password: 'sesame' })));
    expect((await tasks('inspect-document')).some(({ documentId }) => documentId === id)).toBe(true);
  });
});

it('a list goes on where a part ends, whatever is uploaded meanwhile', async () => {
  const person = await createUser();
  const as = await apiTokenOf(person);
  const row = { workspaceId: person.workspace.id, contentType: 'image/jpeg', size: 1, sha256: 'none' };
  await database().document.createMany({
    data: Array.from({ length: 51 }, (_, index) => ({ ...row, id: newId(), name: `${index}.jpg` })),
  });
  const part = async (query: Record<string, string>) => (await callPortal(list, { token: as, query })).json();
  const first = await part({});
  expect(first).toMatchObject({ total: 51, next_cursor: expect.any(String) });
  await upload(formOf(uniqueJpeg()), { as });
  const second = await part({ cursor: first.next_cursor });
  expect(second).toMatchObject({ next_cursor: null, results: [expect.anything()] });
});

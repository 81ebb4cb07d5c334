import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { portalDocumentSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { makeLockedPdf } from '#lib/testing/encrypted-pdf.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { makeReceipt, makeReceiptOf } from '../fixtures/documents.ts';
import { testFile } from '../fixtures/portal-page.ts';
import { resultsOf, uploadDocument, uploadForm, waitForJob } from '../fixtures/portal-script.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

const multipart = { 'content-type': 'multipart/form-data; boundary=edge' };

test.describe('createDocument', () => {
  test("'createDocument' 201 takes a picture and begins to read it, in the name of the program", async ({
    apiToken: token,
  }) => {
    const document = await uploadDocument(token, await makeReceipt('größe 日本.png'), { language: 'de' });
    expect(document).toMatchObject({
      name: 'größe 日本.png',
      content_type: 'image/png',
      state: 'inspecting',
      created_by: null,
      api_token: 'Test',
      job: { status: 'queued', languages: ['de'] },
    });
    expect((await waitForJob(token, document.job?.id ?? '')).status).toBe('succeeded');
  });

  test('201 names it as the form says, in whatever order its parts come', async ({ apiToken: token }) => {
    const { file } = await makeReceiptOf('an order');
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file.buffer)]), file.name);
    form.append('name', 'Renamed.png');
    const { status, json } = await callPortal('POST', '/documents', { token, body: form });
    expect([status, portalDocumentSchema.parse(json).name]).toEqual([201, 'Renamed.png']);
  });

  test('200 answers the same file with the same key again, and makes no second document', async ({
    apiToken: token,
  }) => {
    const { file } = await makeReceiptOf('a key');
    const headers = { 'idempotency-key': 'import 1' };
    const send = () => callPortal('POST', '/documents', { token, headers, body: uploadForm(file) });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status].sort()).toEqual([200, 201]);
    expect(portalDocumentSchema.parse(one.json).id).toBe(portalDocumentSchema.parse(two.json).id);
    expect(await resultsOf(token, '/documents')).toHaveLength(1);
  });

  test('409 answers the key with another file, and when its document is gone', async ({
    apiToken: token,
  }) => {
    const headers = { 'idempotency-key': 'import 1' };
    const { file } = await makeReceiptOf('the first');
    const send = (body: FormData) => callPortal('POST', '/documents', { token, headers, body });
    const { id } = portalDocumentSchema.parse((await send(uploadForm(file))).json);
    const other = uploadForm((await makeReceiptOf('the second')).file);
    expectPortalProblem(await send(other), 409, 'conflict');
    await callPortal('DELETE', `/documents/${id}`, { token });
    expectPortalProblem(await send(uploadForm(file)), 409, 'conflict');
  });

  test('opens a locked PDF with the password of the form; a wrong one leaves it locked', async ({
    apiToken: token,
  }) => {
    const pdf = testFile('locked.pdf', 'application/pdf', makeLockedPdf('Kept safe', 'sesame'));
    const right = await uploadDocument(token, pdf, { password: 'sesame' });
    expect((await waitForJob(token, right.job?.id ?? '')).status).toBe('succeeded');
    const wrong = await uploadDocument(token, pdf, { password: 'open' });
    expect((await waitForJob(token, wrong.job?.id ?? '')).status).toBe('failed');
    const described = await callPortal('GET', `/documents/${wrong.id}`, { token });
    expect(portalDocumentSchema.parse(described.json)).toMatchObject({
      state: 'unreadable',
      is_locked: true,
    });
  });

  test('400 answers a form that breaks off', async ({ apiToken: token }) => {
    const body =
      '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n%PDF-1.7 half';
    const reply = await callPortal('POST', '/documents', { token, headers: multipart, body });
    expectPortalProblem(reply, 400, 'bad_request');
  });

  test('413 answers a file above 100 MB as soon as it is announced', async ({ apiToken }) => {
    const headers = { ...multipart, authorization: `Bearer ${apiToken}`, 'content-length': '120000000' };
    const asked = request(`${serverUrl()}/api/v1/documents`, { method: 'POST', headers });
    const answered = new Promise<[number | undefined, string]>((resolve, reject) => {
      asked.once('response', (reply) =>
        text(reply).then((body) => resolve([reply.statusCode, body]), reject),
      );
      asked.once('error', reject);
    });
    asked.write('--edge\r\n');
    const [status, body] = await answered;
    asked.destroy();
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ status: 413, kind: 'limit_reached' });
  });

  test('422 answers what is no form, no picture, and fields that are not right', async ({
    apiToken: token,
  }) => {
    const send = (body: unknown, headers = {}) => callPortal('POST', '/documents', { token, headers, body });
    expectPortalProblem(await send({ file: 'hello' }), 422, 'invalid_input', {
      invalid_fields: [{ type: 'required', field: '', description: 'file is required' }],
    });
    const noPicture = uploadForm(testFile('a.txt', 'text/plain', Buffer.from('hello')));
    expectPortalProblem(await send(noPicture), 422, 'invalid_input');
    const { file } = await makeReceiptOf('nobody');
    expectPortalProblem(await send(uploadForm(file, { language: 'klingon' })), 422, 'invalid_input', {
      invalid_fields: [expect.objectContaining({ field: 'language' })],
    });
    const longKey = { 'idempotency-key': 'x'.repeat(201) };
    expectPortalProblem(await send(uploadForm(file), longKey), 422, 'invalid_input');
    expect(await resultsOf(token, '/documents')).toEqual([]);
  });
});

test("'listDocuments' filters, sorts and goes on where a part ends; 422 for a filter that is not right", async ({
  apiToken: token,
  owner,
}) => {
  for (const name of ['b.pdf', 'a.pdf']) await insertDocument(owner.workspace.id, name);
  const names = async (query: string) =>
    (await resultsOf(token, `/documents?${query}`)).map(({ name }) => name);
  expect(await names('sort=name')).toEqual(['a.pdf', 'b.pdf']);
  expect(await names('folder=none&sort=name')).toEqual(['a.pdf', 'b.pdf']);
  expect(await names('to=2020-01-01')).toEqual([]);
  const whole = await callPortal('GET', '/documents', { token });
  expect(whole.json).toMatchObject({ total: 2, next_cursor: null });
  for (const query of ['sort=size', 'tag=red', 'from=yesterday', 'cursor=x'])
    expectPortalProblem(await callPortal('GET', `/documents?${query}`, { token }), 422, 'invalid_input');
});

test("'getDocument' and 'getOriginal' answer 200 in the workspace, 404 for ids of others and of nothing", async ({
  apiToken: token,
}) => {
  const { file } = await makeReceiptOf('one workspace');
  const { id } = await uploadDocument(token, file);
  const original = await callPortal('GET', `/documents/${id}/file`, { token });
  expect([original.status, original.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(original.headers.get('content-disposition')).toContain('attachment');
  const stranger = await apiTokenOf(await createUser());
  for (const path of [`/documents/${id}`, `/documents/${id}/file`]) {
    expect((await callPortal('GET', path, { token })).status).toBe(200);
    expectPortalProblem(await callPortal('GET', path, { token: stranger }), 404, 'not_found');
  }
  for (const no of [unknownId, 'x', '%00'])
    expectPortalProblem(await callPortal('GET', `/documents/${no}`, { token }), 404, 'not_found');
});

test("'changeDocument' renames, moves and tags; 404 for a folder or tag of nobody, 422 for what it does not know", async ({
  apiToken: token,
}) => {
  const { id } = await uploadDocument(token, (await makeReceiptOf('a change')).file);
  const made = async (path: string, body: object) => (await callPortal('POST', path, { token, body })).json;
  const tag = await made('/tags', { name: 'Bills', color: 'red' });
  const folder = await made('/folders', { name: '2026' });
  const idIn = (value: unknown) => portalDocumentSchema.pick({ id: true }).parse(value).id;
  const change = (body: object) => callPortal('PATCH', `/documents/${id}`, { token, body });
  const changed = await change({
    name: 'Lease.png',
    folder_id: idIn(folder),
    add_tag_ids: [idIn(tag)],
  });
  expect(changed.status, changed.text).toBe(200);
  expect(changed.json).toMatchObject({
    name: 'Lease.png',
    folder_id: idIn(folder),
    tags: [{ name: 'Bills', color: 'red' }],
  });
  expect((await change({ remove_tag_ids: [idIn(tag)], folder_id: null })).json).toMatchObject({
    name: 'Lease.png',
    folder_id: null,
    tags: [],
  });
  expectPortalProblem(await change({ folder_id: unknownId }), 404, 'not_found');
  expectPortalProblem(await change({ add_tag_ids: [unknownId] }), 404, 'not_found');
  for (const body of [{ name: ' ' }, { colour: 'red' }, { folder_id: 'x' }])
    expectPortalProblem(await change(body), 422, 'invalid_input');
  expectPortalProblem(
    await callPortal('PATCH', `/documents/${id}`, { token, body: 'no json' }),
    400,
    'bad_request',
  );
});

test("'trashDocument', 'listTrash', 'restoreDocument', 'deleteDocument' and 'emptyTrash' follow a document to its end", async ({
  apiToken: token,
}) => {
  const { id, name } = await uploadDocument(token, (await makeReceiptOf('the trash')).file);
  const call = (method: string, path: string) => callPortal(method, path, { token });
  expectPortalProblem(await call('POST', `/documents/${id}/restore`), 404, 'not_found');
  expectPortalProblem(await call('DELETE', `/trash/${id}`), 404, 'not_found');
  expect((await call('DELETE', `/documents/${id}`)).status).toBe(204);
  expectPortalProblem(await call('GET', `/documents/${id}`), 404, 'not_found');
  expect(await resultsOf(token, '/trash')).toMatchObject([{ id, name, trashed_by: null }]);
  expect((await call('POST', `/documents/${id}/restore`)).json).toMatchObject({ id, name });
  await call('DELETE', `/documents/${id}`);
  expect((await call('DELETE', `/trash/${id}`)).status).toBe(204);
  expectPortalProblem(await call('POST', `/documents/${id}/restore`), 404, 'not_found');
  const another = await uploadDocument(token, (await makeReceiptOf('the rest')).file);
  await call('DELETE', `/documents/${another.id}`);
  expect((await call('DELETE', '/trash')).json).toEqual({ documents: 1 });
  expectPortalProblem(await call('GET', '/trash?skip=-1'), 422, 'invalid_input');
});

test("'changeDocuments' does one thing with many; 404 when one is not there, 422 where something is missing", async ({
  apiToken: token,
  owner,
}) => {
  const ids = await Promise.all(['x.pdf', 'y.pdf'].map((name) => insertDocument(owner.workspace.id, name)));
  const bulk = (body: object) => callPortal('POST', '/documents/bulk', { token, body });
  const { json: tag } = await callPortal('POST', '/tags', { token, body: { name: 'All', color: 'teal' } });
  const { id: tagId } = portalDocumentSchema.pick({ id: true }).parse(tag);
  const done = { documents: 2, left_out: 0 };
  expect((await bulk({ action: 'tag', document_ids: ids, add_tag_ids: [tagId] })).json).toEqual(done);
  expect((await bulk({ action: 'move', matching: { tag: tagId }, folder_id: null })).json).toEqual(done);
  expect((await bulk({ action: 'assign', document_ids: ids, person_id: owner.id })).json).toEqual(done);
  expect((await bulk({ action: 'rerun', document_ids: ids })).json).toEqual({ documents: 0, left_out: 2 });
  expect((await bulk({ action: 'trash', matching: {} })).json).toEqual(done);
  expect((await bulk({ action: 'restore', document_ids: ids })).json).toEqual(done);
  expectPortalProblem(await bulk({ action: 'delete', document_ids: ids }), 404, 'not_found');
  await bulk({ action: 'trash', document_ids: ids });
  expect((await bulk({ action: 'delete', document_ids: ids })).json).toEqual(done);
  expectPortalProblem(await bulk({ action: 'trash', document_ids: [unknownId] }), 404, 'not_found');
  for (const body of [
    { action: 'trash' },
    { action: 'burn', document_ids: ids },
    { action: 'move', document_ids: ids },
    { action: 'restore', matching: {} },
    { action: 'trash', document_ids: ids, matching: {} },
  ])
    expectPortalProblem(await bulk(body), 422, 'invalid_input');
});

test("'unlockDocument' 202 has a locked PDF read; 409 where no password is awaited, 404 for none", async ({
  apiToken: token,
}) => {
  const pdf = testFile('locked.pdf', 'application/pdf', makeLockedPdf('Kept for later', 'sesame'));
  const { id, job } = await uploadDocument(token, pdf);
  expect((await waitForJob(token, job?.id ?? '')).status).toBe('failed');
  const unlock = (of: string, body: object) => callPortal('POST', `/documents/${of}/unlock`, { token, body });
  expectPortalProblem(await unlock(id, {}), 422, 'invalid_input');
  const unlocked = await unlock(id, { password: 'sesame' });
  expect(unlocked.status, unlocked.text).toBe(202);
  expect((await waitForJob(token, portalDocumentSchema.parse(unlocked.json).job?.id ?? '')).status).toBe(
    'succeeded',
  );
  expectPortalProblem(await unlock(id, { password: 'sesame' }), 409, 'conflict');
  expectPortalProblem(await unlock(unknownId, { password: 'sesame' }), 404, 'not_found');
});

async function insertDocument(workspaceId: string, name: string): Promise<string> {
  const [row] = await sharedDatabase(
    `INSERT INTO document (id, workspace_id, name, content_type, size, sha256, state)
     SELECT left(md5(random()::text), 26), $1, $2, 'application/pdf', 1, md5($2), 'unreadable' RETURNING id`,
    workspaceId,
    name,
  );
  return String(row?.id);
}

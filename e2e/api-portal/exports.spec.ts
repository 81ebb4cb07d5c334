import { portalExportSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { readDocument, resultsOf, waitForExport } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'createExport', 'getExport', 'listExports', 'downloadExport' and 'repeatExport' write a file and fetch it", async ({
  apiToken: token,
}) => {
  const { id: documentId } = await readDocument(token);
  const create = (body: object) => callPortal('POST', '/exports', { token, body });
  const made = await create({ format: 'txt', document_ids: [documentId], pages: [1] });
  expect(made.status, made.text).toBe(201);
  const { id } = portalExportSchema.strict().parse(made.json);
  const ready = await waitForExport(token, id);
  expect(ready).toMatchObject({ format: 'txt', page_count: 1, created_by: null });
  const call = (method: string, rest: string) => callPortal(method, `/exports/${id}${rest}`, { token });
  const file = await call('GET', '/file');
  expect([file.status, file.text]).toEqual([200, expect.stringContaining('Chapter one')]);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(await resultsOf(token, '/exports')).toMatchObject([{ id, state: 'ready' }]);
  expectPortalProblem(await call('POST', '/repeat'), 409, 'conflict');
  await sharedDatabase("UPDATE export SET expires_at = now() - interval '1 minute' WHERE id = $1", id);
  expect((await call('GET', '')).json).toMatchObject({ state: 'expired' });
  expectPortalProblem(await call('GET', '/file'), 404, 'not_found');
  expect((await call('POST', '/repeat')).status).toBe(200);
  await waitForExport(token, id);
  expect((await call('GET', '/file')).status).toBe(200);
});

test('404 answers exports and documents of others; 409 a document that was not opened; 422 what is not right', async ({
  apiToken: token,
  owner,
}) => {
  const [row] = await sharedDatabase(
    `INSERT INTO document (id, workspace_id, name, content_type, size, sha256, state)
     VALUES (left(md5($1), 26), $1, 'x.pdf', 'application/pdf', 1, md5($1), 'unreadable') RETURNING id`,
    owner.workspace.id,
  );
  const create = (body: object, as = token) => callPortal('POST', '/exports', { token: as, body });
  const closed = { format: 'pdf', document_ids: [row?.id] };
  expectPortalProblem(await create(closed), 409, 'conflict');
  const stranger = await apiTokenOf(await createUser());
  expectPortalProblem(await create(closed, stranger), 404, 'not_found');
  expectPortalProblem(await callPortal('GET', `/exports/${unknownId}`, { token }), 404, 'not_found');
  for (const body of [
    { format: 'gif', document_ids: [unknownId] },
    { format: 'pdf', document_ids: [] },
    { format: 'pdf', document_ids: [unknownId, unknownId], pages: [1] },
  ])
    expectPortalProblem(await create(body), 422, 'invalid_input');
});

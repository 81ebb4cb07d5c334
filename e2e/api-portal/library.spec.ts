import { z } from 'zod';
import { portalFolderSchema, portalTagSchema } from '#lib/contracts/index.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { resultsOf, uploadDocument } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'createTag', 'listTags', 'changeTag' and 'deleteTag' keep the tags; 409 for a name that is taken", async ({
  apiToken: token,
}) => {
  const create = (body: object) => callPortal('POST', '/tags', { token, body });
  const made = await create({ name: 'Bills', color: 'red' });
  expect(made.status, made.text).toBe(201);
  const { id } = portalTagSchema.strict().parse(made.json);
  expectPortalProblem(await create({ name: 'bills', color: 'blue' }), 409, 'conflict');
  for (const body of [{ name: '', color: 'red' }, { name: 'x', color: 'mauve' }, { name: 'x' }])
    expectPortalProblem(await create(body), 422, 'invalid_input');
  const change = (of: string, body: object) => callPortal('PUT', `/tags/${of}`, { token, body });
  expect((await change(id, { name: 'Invoices', color: 'teal' })).status).toBe(204);
  expect(await resultsOf(token, '/tags')).toEqual([{ id, name: 'Invoices', color: 'teal', documents: 0 }]);
  await create({ name: 'Other', color: 'blue' });
  expectPortalProblem(await change(id, { name: 'Other', color: 'teal' }), 409, 'conflict');
  expectPortalProblem(await change(unknownId, { name: 'None', color: 'teal' }), 404, 'not_found');
  const remove = (of: string) => callPortal('DELETE', `/tags/${of}`, { token });
  expect((await remove(id)).status).toBe(204);
  expectPortalProblem(await remove(id), 404, 'not_found');
});

test("'createFolder', 'listFolders', 'changeFolder' and 'deleteFolder' keep the tree; 409 for a folder that is not empty", async ({
  apiToken: token,
}) => {
  const create = async (body: object) => {
    const reply = await callPortal('POST', '/folders', { token, body });
    expect(reply.status, reply.text).toBe(201);
    return portalFolderSchema.strict().parse(reply.json).id;
  };
  const outer = await create({ name: '2026' });
  const inner = await create({ name: 'May', parent_id: outer });
  const folders = z.array(portalFolderSchema).parse(await resultsOf(token, '/folders'));
  expect(folders.map(({ name, parent_id }) => [name, parent_id])).toEqual([
    ['2026', null],
    ['May', outer],
  ]);
  const taken = await callPortal('POST', '/folders', { token, body: { name: '2026' } });
  expectPortalProblem(taken, 409, 'conflict');
  const change = (of: string, body: object) => callPortal('PATCH', `/folders/${of}`, { token, body });
  expect((await change(inner, { name: 'June' })).status).toBe(204);
  expectPortalProblem(await change(outer, { parent_id: inner }), 422, 'invalid_input');
  expectPortalProblem(await change(unknownId, { name: 'None' }), 404, 'not_found');
  const { id } = await uploadDocument(token);
  await callPortal('PATCH', `/documents/${id}`, { token, body: { folder_id: inner } });
  const remove = (of: string, query = '') => callPortal('DELETE', `/folders/${of}${query}`, { token });
  expectPortalProblem(await remove(inner), 409, 'conflict');
  expectPortalProblem(await remove(inner, '?keep_content=perhaps'), 422, 'invalid_input');
  expect((await remove(inner, '?keep_content=true')).status).toBe(204);
  expect((await callPortal('GET', `/documents/${id}`, { token })).json).toMatchObject({ folder_id: outer });
  expectPortalProblem(await remove(inner), 404, 'not_found');
});

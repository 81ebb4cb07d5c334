import { portalExtractionSchema, saveConflictProblemSchema } from '#lib/contracts/index.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { reportText } from '../fixtures/documents.ts';
import { pageOf, readDocument, resultsOf, uploadDocument } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe.configure({ mode: 'default' });

test("'listPages', 'getPage', 'getPageText', 'getDocumentText', 'getPicture' and 'writeDocument' show what was read", async ({
  apiToken: token,
}) => {
  const { id } = await readDocument(token);
  const get = (path: string) => callPortal('GET', `/documents/${id}${path}`, { token });
  expect(await resultsOf(token, `/documents/${id}/pages`)).toMatchObject([
    { number: 1, status: 'succeeded', review: { state: 'new', revision: 0 } },
  ]);
  const page = await pageOf(token, id);
  expect(page.lines.map(({ text }) => text).join('\n')).toBe(reportText(1, 1));
  expect(page.lines[0]?.words[0]?.box).toHaveLength(4);
  expect((await get('/pages/1/text')).json).toEqual({ page: 1, text: reportText(1, 1) });
  expect((await get('/text')).text).toBe(reportText(1, 1));
  await expect.poll(async () => (await get('/pages/1/picture')).status).toBe(200);
  expect((await get('/pages/1/picture?size=small')).headers.get('content-type')).toBe('image/webp');
  await expect.poll(async () => (await get('/pages/1/picture?size=large')).status).toBe(200);
  expectPortalProblem(await get('/pages/1/picture?size=huge'), 422, 'invalid_input');
  expect((await get('/export?format=md&pages=1')).text).toContain('Chapter one');
  expectPortalProblem(await get('/export?format=pdf'), 422, 'invalid_input');
  expectPortalProblem(await get('/export?format=md&pages=one'), 422, 'invalid_input');
  for (const path of ['/pages/2', '/pages/0', '/pages/one', '/pages/2/text', '/pages/9/picture'])
    expectPortalProblem(await get(path), 404, 'not_found');
});

test("'writeDocument' 409 before the document was opened; 'getPageText' and 'getPage' before it was read", async ({
  apiToken: token,
}) => {
  const { id } = await uploadDocument(token);
  const reply = await callPortal('GET', `/documents/${id}/export?format=txt`, { token });
  expect([200, 409]).toContain(reply.status);
  expectPortalProblem(await callPortal('GET', `/documents/${unknownId}/pages`, { token }), 404, 'not_found');
});

test("'correctPage', 'listRevisions', 'getRevision' and 'restoreRevision' keep the history of a page", async ({
  apiToken: token,
}) => {
  const { id } = await readDocument(token);
  const path = `/documents/${id}/pages/1/revisions`;
  const set = (saveId: string, base: number, text: string) =>
    callPortal('POST', path, {
      token,
      body: { save_id: saveId, base, operations: [{ op: 'set', line: 'r0', text }] },
    });
  const saved = await set('script0001', 0, 'Chapter 1');
  expect(saved.status, saved.text).toBe(200);
  expect(portalExtractionSchema.strict().parse(saved.json)).toMatchObject({ revision: 1 });
  expect((await set('script0001', 0, 'Chapter 1')).json).toMatchObject({ revision: 1 });

  const conflict = await set('script0002', 0, 'Chapter I');
  expectPortalProblem(conflict, 409, 'conflict');
  expect(saveConflictProblemSchema.parse(conflict.json)).toMatchObject({
    conflicts: [{ line: 'r0', theirs: 'Chapter 1', mine: 'Chapter I' }],
    extraction: { revision: 1 },
  });
  expectPortalProblem(await set('script0003', 7, 'x'), 409, 'conflict');
  for (const body of [
    { save_id: 'script0004', base: 1, operations: [] },
    { save_id: 'no', base: 1, operations: [{ op: 'remove', line: 'r0' }] },
    { save_id: 'script0004', base: 1, operations: [{ op: 'burn', line: 'r0' }] },
  ])
    expectPortalProblem(await callPortal('POST', path, { token, body }), 422, 'invalid_input');

  expect(await resultsOf(token, path)).toMatchObject([
    { number: 1, kind: 'edit', changes: [{ line: 'r0', before: 'Chapter one', after: 'Chapter 1' }] },
  ]);
  const first = await callPortal('GET', `${path}/0`, { token });
  expect(first.json).toMatchObject({ number: 0, lines: [{ text: 'Chapter one' }, {}, {}, {}] });
  expectPortalProblem(await callPortal('GET', `${path}/9`, { token }), 404, 'not_found');
  const restore = (number: number, body: object) =>
    callPortal('POST', `${path}/${number}/restore`, { token, body });
  expect((await restore(0, { save_id: 'script0005' })).json).toMatchObject({ revision: 2 });
  expectPortalProblem(await restore(9, { save_id: 'script0006' }), 404, 'not_found');
  expectPortalProblem(await restore(0, {}), 422, 'invalid_input');
});

test("'getNewerReading' and 'settleNewerReading' offer a later reading of a page that was corrected", async ({
  apiToken: token,
}) => {
  const { id } = await readDocument(token);
  const path = `/documents/${id}/pages/1/newer-reading`;
  expect((await callPortal('GET', path, { token })).json).toEqual({ lines: null });
  const settled = await callPortal('POST', path, { token, body: { take: false } });
  expect(settled.json).toMatchObject({ has_newer_reading: false });
  expectPortalProblem(await callPortal('POST', path, { token, body: {} }), 422, 'invalid_input');
});

test("'readRegion' reads a part of a page; 422 for a box beyond it, 404 for no page", async ({
  apiToken: token,
}) => {
  const { id } = await readDocument(token);
  const { size, lines } = await pageOf(token, id);
  const { width = 0, height = 0 } = size ?? {};
  const read = (page: number, body: object) =>
    callPortal('POST', `/documents/${id}/pages/${page}/region`, { token, body });
  const bottom = (lines[0]?.box?.[3] ?? 0) + 8;
  const region = await read(1, { box: [0, 0, Math.floor(width), Math.floor(bottom)] });
  expect(region.status, region.text).toBe(200);
  expect(region.text).toContain('Chapter');
  expectPortalProblem(await read(1, { box: [0, 0, width + 500, height + 500] }), 422, 'invalid_input');
  expectPortalProblem(await read(1, { box: [9, 9, 9, 9] }), 422, 'invalid_input');
  expectPortalProblem(await read(2, { box: [0, 0, 9, 9] }), 404, 'not_found');
});

test("'previewImport' tells and 'importText' puts in what another program wrote; 422 for what fits nothing", async ({
  apiToken: token,
}) => {
  const { id } = await readDocument(token);
  const { text: alto } = await callPortal('GET', `/documents/${id}/export?format=alto`, { token });
  const text = alto.replaceAll('Chapter', 'Kapitel');
  const call = (path: string, body: object) =>
    callPortal('POST', `/documents/${id}/${path}`, { token, body });
  const preview = await call('import/preview', { text });
  expect(preview.status, preview.text).toBe(200);
  expect(preview.json).toMatchObject({ format: 'ALTO', pages: [{ number: 1 }] });
  expect((await call('import', { text, save_id: 'script0003' })).json).toEqual({ pages: 1 });
  expect((await pageOf(token, id)).lines[0]?.text).toContain('Kapitel');
  expectPortalProblem(await call('import/preview', { text: 'hello' }), 422, 'invalid_input');
  expectPortalProblem(await call('import', { text }), 422, 'invalid_input');
});

import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

const missing = { detail: 'File not found' };

/** Below `/v1`, as the description of a fresh file with these bytes gives it. */
async function addressOf(token: string, content: string | Uint8Array<ArrayBuffer>, name: string) {
  const form = new FormData();
  form.append('content', new Blob([content], { type: 'image/png' }), name);
  const { json } = await callApi('POST', '/files', { token, body: form });
  const { id, urls } = json as { id: string; urls: { download: string } };
  expect(urls.download.startsWith(`${serverUrl()}/v1/files/${id}/download?`)).toBe(true);
  return { id, path: urls.download.slice(`${serverUrl()}/v1`.length) };
}

test('200 gives the bytes without a key, to be saved under their name', async ({ apiToken: token }) => {
  const { path } = await addressOf(token, 'the bytes', 'Größe.png');
  const reply = await callApi('GET', path);
  expect([reply.status, reply.text]).toEqual([200, 'the bytes']);
  expect(reply.headers.get('content-type')).toBe('image/png');
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment; .*Gr%C3%B6%C3%9Fe\.png/);
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
});

test('200 to HEAD tells what there is and sends nothing', async ({ apiToken: token }) => {
  const { path } = await addressOf(token, 'the bytes', 'a.png');
  const reply = await callApi('HEAD', path);
  expect([reply.status, reply.headers.get('content-type'), reply.text]).toEqual([200, 'image/png', '']);
});

for (const parameter of ['owner', 'expiry', 'signature'])
  test(`404 answers an address whose ${parameter} was changed or left out`, async ({ apiToken: token }) => {
    const { path } = await addressOf(token, 'x', 'a.png');
    const [route, query] = path.split('?');
    const changed = new URLSearchParams(query);
    changed.set(parameter, `${changed.get(parameter)}0`);
    expectProblem(await callApi('GET', `${route}?${changed}`, { token }), 404, missing);
    changed.delete(parameter);
    expectProblem(await callApi('GET', `${route}?${changed}`, { token }), 404, missing);
  });

test('404 answers the signature of another file', async ({ apiToken: token }) => {
  const [mine, other] = [await addressOf(token, 'x', 'a.png'), await addressOf(token, 'y', 'b.png')];
  expectProblem(await callApi('GET', mine.path.replace(mine.id, other.id), { token }), 404, missing);
});

test('404 answers a file that was deleted or has expired', async ({ apiToken: token }) => {
  const [deleted, expired] = [await addressOf(token, 'x', 'a.png'), await addressOf(token, 'y', 'b.png')];
  await callApi('DELETE', `/files/${deleted.id}`, { token });
  await sharedDatabase(
    "UPDATE api_file SET expires_at = now() - interval '1 second' WHERE id = $1",
    expired.id,
  );
  for (const { path } of [deleted, expired]) expectProblem(await callApi('GET', path), 404, missing);
});

test('405 answers what is not asking', async () => {
  const reply = await callApi('POST', '/files/x/download', { body: '{}' });
  expectProblem(reply, 405);
  expect(reply.headers.get('allow')).toBe('GET, HEAD');
});

import { predictionSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem, unknownId } from '../fixtures/api-call.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

// Server-sent events at `urls.stream` (contract 15), which need no key.

const said = ['id: 0:1\nevent: output\ndata: one', 'id: 0:2\nevent: output\ndata:  two'];

/** The address of a stream below `/v1`, of a prediction that was just made. */
async function create(token: string, version: string, input: object): Promise<string> {
  const { json } = await callApi('POST', '/predictions', { token, body: { version, input } });
  const { stream = '' } = predictionSchema.parse(json).urls;
  expect(stream).toMatch(new RegExp(`^${serverUrl()}/v1/streams/`));
  return stream.replace(`${serverUrl()}/v1`, '');
}

/** Its events; ids are counted from the creation. */
async function eventsOf(path: string, headers: Record<string, string> = {}): Promise<string[]> {
  const reply = await callApi('GET', path, { headers: { accept: 'text/event-stream', ...headers } });
  expect(reply.status, reply.text).toBe(200);
  expect(reply.headers.get('content-type')?.split(';')[0]).toBe('text/event-stream');
  expect(reply.headers.get('cache-control')).toContain('no-store');
  const [greeting, ...events] = reply.text.replaceAll(/id: \d+:/g, 'id: 0:').split('\n\n');
  expect(greeting).toBe(': hi');
  return events.filter((event) => event !== '' && !event.startsWith(':'));
}

test('200 tells the output while it is made, and the end', async ({ apiToken: token }) => {
  const path = await create(token, 'replicate/canary', { text: 'one two' });
  expect(await eventsOf(path)).toEqual([...said, 'id: 0:2\nevent: done\ndata: {}']);
});

test('200 tells one that has ended all of it again', async ({ apiToken: token }) => {
  const path = await create(token, 'replicate/canary', { text: 'one two' });
  const first = await eventsOf(path);
  expect(await eventsOf(path)).toEqual(first);
});

test('200 goes on behind Last-Event-ID', async ({ apiToken: token }) => {
  const path = await create(token, 'replicate/canary', { text: 'one two' });
  const { text } = await callApi('GET', path);
  const [, id = ''] = /id: (\S+)\nevent: output\ndata: one/.exec(text) ?? [];
  expect(await eventsOf(path, { 'last-event-id': id })).toEqual([said[1], 'id: 0:2\nevent: done\ndata: {}']);
});

test('200 parts text of several lines', async ({ apiToken: token }) => {
  const path = await create(token, 'replicate/canary', { text: 'one\ntwo' });
  expect((await eventsOf(path)).slice(0, 2)).toEqual([said[0], 'id: 0:2\nevent: output\ndata: \ndata: two']);
});

test('200 ends with the reason when it fails', async ({ replicate }) => {
  const input = { image: `${serverUrl()}/v1/files/${unknownId}` };
  const version = 'abiruyt/text-extract-ocr';
  const failed = await replicate.predictions.create({ version, input, stream: true });
  const events = await eventsOf(String(failed.urls.stream).replace(`${serverUrl()}/v1`, ''));
  expect(events.map((event) => event.split('\n')[1])).toEqual(['event: error', 'event: done']);
  expect(events[0]).toMatch(/data: \{"detail":".+"\}$/);
  expect(events[1]).toContain('data: {"reason":"error"}');
});

test('404 answers an address that was guessed', async ({ apiToken: token }) => {
  const path = await create(token, 'replicate/canary', { text: 'one' });
  const reply = await callApi(
    'GET',
    path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
  );
  expectProblem(reply, 404);
});

test('is offered by no model that does not stream', async ({ replicate }) => {
  for (const [version, input] of [
    ['lectern/sleep', {}],
    ['abiruyt/text-extract-ocr', { image: 'data:,x' }],
  ] as const)
    expect((await replicate.predictions.create({ version, input })).urls).not.toHaveProperty('stream');
});

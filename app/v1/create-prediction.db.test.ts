import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { predictionSchema } from '#lib/contracts/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiToken } from '#lib/testing/api-scope.ts';
import { type CallOptions, callRoute, problemOf, type RouteHandler } from '#lib/testing/call-route.ts';
import { POST as createByModel } from './models/[owner]/[name]/predictions/route.ts';
import { POST as create } from './predictions/route.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

const HASH = 'a524caeaa23495bc9edc805ab08ab5fe943afd3febed884a4f3747aa32e9cd61';
let token: string;
beforeAll(async () => {
  token = await newApiToken();
});
afterAll(() => closeQueue());

type Options = Partial<CallOptions>;

const call = (handler: RouteHandler, path: string, options: Options = {}) =>
  callRoute(handler, path, { token, ...options });
const post = (body: unknown, options: Options = {}) =>
  call(create, '/predictions', { method: 'POST', body, ...options });
const sleep = (seconds: number, more: object = {}) => ({
  version: 'lectern/sleep',
  input: { seconds },
  ...more,
});

describe('Cancel-After', () => {
  it('sets the deadline, counted from the creation', async () => {
    const reply = await post(sleep(0), { headers: { 'cancel-after': '1m30s' } });
    const { created_at, deadline } = predictionSchema.parse(await reply.json());
    expect(Date.parse(String(deadline)) - Date.parse(created_at)).toBe(90_000);
  });

  it('that cannot be kept is refused by its name', async () => {
    const reply = await post(sleep(0), { headers: { 'cancel-after': '2s' } });
    expect(reply.status).toBe(422);
    expect((await problemOf(reply)).invalid_fields).toMatchObject([
      { type: 'format', field: 'Cancel-After' },
    ]);
  });
});

describe('creating', () => {
  it('answers at once with a prediction that waits to start', async () => {
    const reply = await post(sleep(0));
    expect(reply.status).toBe(201);
    const prediction = predictionSchema.parse(await reply.json());
    expect(prediction).toMatchObject({
      status: 'starting',
      output: null,
      error: null,
      logs: '',
      source: 'api',
    });
    expect(reply.headers.get('location')).toBe(prediction.urls.get);
    expect(reply.headers.has('preference-applied')).toBe(false);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('takes JSON of whatever content type', async () => {
    const reply = await post(sleep(0), { headers: { 'content-type': 'text/plain; charset=ascii' } });
    expect(reply.status).toBe(201);
  });

  it('by the model in the path runs its latest version', async () => {
    const reply = await call(createByModel, '/models/lectern/sleep/predictions', {
      method: 'POST',
      body: { input: {} },
      params: { owner: 'lectern', name: 'sleep' },
    });
    expect(reply.status).toBe(201);
    expect(predictionSchema.parse(await reply.json()).model).toBe('lectern/sleep');
  });

  it('by a model that is not offered is not found', async () => {
    const params = { owner: 'acme', name: 'other' };
    const reply = await call(createByModel, '/models/acme/other/predictions', {
      method: 'POST',
      body: { input: {} },
      params,
    });
    expect(reply.status).toBe(404);
    expect((await problemOf(reply)).detail).toBe('The requested resource could not be found.');
  });

  it.each(['{"version":', '', '[]', '"text"', 'null'])('from %j is a bad request', async (body) => {
    const reply = await post(body);
    expect(reply.status).toBe(400);
    expect((await problemOf(reply)).title).toBe('Bad Request');
  });

  it('tells what is wrong with the input in one line each', async () => {
    const reply = await post({ version: HASH, input: {} });
    expect(reply.status).toBe(422);
    expect(await problemOf(reply)).toEqual({
      title: 'Input validation failed',
      status: 422,
      detail: '- input: image is required\n',
      invalid_fields: [{ type: 'required', field: 'input', description: 'image is required' }],
    });
  });

  it.each([
    [5, 'invalid_type'],
    [null, 'invalid_type'],
    [{}, 'invalid_type'],
    ['', 'format'],
    ['not a uri', 'format'],
    ['file:///etc/passwd', 'format'],
    ['ftp://example.org/a.png', 'format'],
  ])('refuses the image %j', async (image, type) => {
    const reply = await post({ version: HASH, input: { image } });
    expect(reply.status).toBe(422);
    expect((await problemOf(reply)).invalid_fields).toMatchObject([{ field: 'input.image', type }]);
  });

  it.each(['f'.repeat(64), `acme/other:${HASH}`, 'acme/other', 'x y', ''])(
    'of the unknown version %j says so in the words of Replicate',
    async (version) => {
      const reply = await post({ version, input: {} });
      expect(reply.status).toBe(422);
      expect(await problemOf(reply)).toEqual({
        title: 'Invalid version or not permitted',
        status: 422,
        detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
      });
    },
  );

  it('refuses more than 16 MB, said or sent', async () => {
    const said = await post('{}', { headers: { 'content-length': String(17 * 1_048_576) } });
    expect(said.status).toBe(413);
    const sent = await post(JSON.stringify({ version: HASH, input: { image: 'x'.repeat(17 * 1_048_576) } }));
    expect(sent.status).toBe(413);
    await problemOf(sent);
  });

  it('never repeats a rejected value', async () => {
    const secret = 'r8_secret';
    const reply = await post({ version: secret, input: { auth: secret }, webhook: secret, stream: secret });
    expect(await reply.text()).not.toContain(secret);
  });

  it('accepts the obsolete fields of older clients', async () => {
    const hook = 'https://example.org/hook';
    const reply = await post(sleep(0, { stream: true, webhook_completed: hook }));
    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({ webhook: hook, webhook_events_filter: ['completed'] });
  });
});

import type { APIRequestContext, APIResponse } from '@playwright/test';
import { apiTokenOf } from '#lib/testing/accounts.ts';
import { expect, test } from '../fixtures/test.ts';

// What the official client cannot say: raw requests, by contract sections 2, 3 and 6.

type Call = { token?: string; headers?: Record<string, string>; body?: unknown };

function call(request: APIRequestContext, method: string, path: string, { token, headers, body }: Call = {}) {
  return request.fetch(`/v1${path}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { data: body }),
    maxRedirects: 0,
  });
}

async function expectProblem(response: APIResponse, status: number, more: object = {}): Promise<void> {
  expect(response.status()).toBe(status);
  expect(response.headers()['content-type']).toContain('application/problem+json');
  expect(await response.json()).toEqual(
    expect.objectContaining({ status, detail: expect.stringMatching(/\S/), ...more }),
  );
}

test.describe('without a valid key', () => {
  const none = { title: 'Unauthenticated', detail: 'You did not pass an authentication token' };
  const wrong = { title: 'Unauthenticated', detail: 'You did not pass a valid authentication token' };

  test('everything answers 401, before it is looked whether the body is right or the thing exists', async ({
    playwright,
    baseURL,
  }) => {
    const request = await playwright.request.newContext({ baseURL: String(baseURL) });
    await expectProblem(await call(request, 'GET', '/predictions'), 401, none);
    await expectProblem(await call(request, 'POST', '/predictions', { body: '{"broken' }), 401, none);
    await expectProblem(await call(request, 'GET', `/predictions/${'0'.repeat(26)}`), 401, none);
    await expectProblem(await call(request, 'GET', '/predictions', { token: 'nobody' }), 401, wrong);
    const basic = { headers: { authorization: 'Basic bm9ib2R5OnNlY3JldA==' } };
    await expectProblem(await call(request, 'GET', '/predictions', basic), 401, wrong);
    await request.dispose();
  });

  test('a session of the portal is no key', async ({ request }) => {
    await expectProblem(await call(request, 'GET', '/predictions'), 401, none);
    const body = { input: { text: 'x' } };
    await expectProblem(
      await call(request, 'POST', '/models/replicate/canary/predictions', { body }),
      401,
      none,
    );
  });

  test('the older scheme `Token` counts as a key', async ({ request, apiToken }) => {
    const response = await call(request, 'GET', '/account', {
      headers: { authorization: `token ${apiToken}` },
    });
    expect(response.status()).toBe(200);
  });
});

test.describe('what is not there', () => {
  const missing = { detail: 'The requested resource could not be found.' };

  test('answers 404 with an envelope', async ({ request, apiToken: token }) => {
    await expectProblem(
      await call(request, 'GET', `/predictions/${'0'.repeat(26)}`, { token }),
      404,
      missing,
    );
    await expectProblem(
      await call(request, 'POST', `/predictions/${'0'.repeat(26)}/cancel`, { token }),
      404,
      missing,
    );
    await expectProblem(await call(request, 'GET', '/no/such/thing', { token }), 404, missing);
    await expectProblem(await call(request, 'GET', '/deployments', { token }), 404, missing);
    const body = { input: {} };
    await expectProblem(
      await call(request, 'POST', '/models/no/body/predictions', { token, body }),
      404,
      missing,
    );
    await expectProblem(await call(request, 'GET', `/files/${'0'.repeat(26)}`, { token }), 404, {
      detail: 'File not found',
    });
  });

  test('answers 405 and says which methods there are', async ({ request, apiToken: token }) => {
    const response = await call(request, 'DELETE', '/predictions', { token });
    await expectProblem(response, 405);
    expect(response.headers().allow).toMatch(/GET/);
    expect(response.headers().allow).toMatch(/POST/);
    await expectProblem(await call(request, 'GET', `/predictions/${'0'.repeat(26)}/cancel`, { token }), 405);
  });
});

test.describe('a request that is wrong', () => {
  const create = '/predictions';
  const version = 'replicate/canary';
  const cases = [
    [
      {},
      [
        { type: 'required', field: '', description: 'version is required' },
        { type: 'required', field: '' },
      ],
    ],
    [{ version }, [{ type: 'required', field: '', description: 'input is required' }]],
    [{ version, input: {} }, [{ type: 'required', field: 'input', description: 'text is required' }]],
    [{ version, input: 'x' }, [{ type: 'invalid_type', field: 'input' }]],
    [{ version, input: { text: 5 } }, [{ type: 'invalid_type', field: 'input.text' }]],
    [
      { version, input: { text: 'x' }, model: 'x' },
      [{ type: 'additional_property_not_allowed', description: 'Additional property model is not allowed' }],
    ],
    [
      { version, input: { text: 'x' }, webhook: 'https://example.org', webhook_events_filter: ['bogus'] },
      [{ type: 'enum', field: 'webhook_events_filter.0' }],
    ],
    [
      { version: 'abiruyt/text-extract-ocr', input: { image: 'not a uri' } },
      [{ type: 'format', field: 'input.image' }],
    ],
  ] as const;

  for (const [body, fields] of cases) {
    test(`answers 422 and names the fields: ${JSON.stringify(body)}`, async ({
      request,
      apiToken: token,
    }) => {
      const response = await call(request, 'POST', create, { token, body });
      await expectProblem(response, 422, {
        title: 'Input validation failed',
        invalid_fields: fields.map((field) => expect.objectContaining(field)),
      });
      const { detail, invalid_fields } = await response.json();
      expect(detail.trimEnd().split('\n')).toHaveLength(invalid_fields.length);
    });
  }

  test('answers 422 for a version that is unknown or of another model', async ({
    request,
    apiToken: token,
  }) => {
    for (const version of ['0'.repeat(64), 'what?', 'no/body', `replicate/canary:${'0'.repeat(64)}`]) {
      await expectProblem(await call(request, 'POST', create, { token, body: { version, input: {} } }), 422, {
        title: 'Invalid version or not permitted',
        detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
      });
    }
  });

  test('answers 400 when it is no JSON object, and never says back what it got', async ({
    request,
    apiToken: token,
  }) => {
    for (const body of ['{"input": "my secret"', '["my secret"]', '"my secret"']) {
      const response = await call(request, 'POST', create, { token, body: Buffer.from(body) });
      await expectProblem(response, 400);
      expect(await response.text()).not.toContain('secret');
    }
    const wrongInput = { version, input: { text: { of: 'my secret' } } };
    const response = await call(request, 'POST', create, { token, body: wrongInput });
    expect(await response.text()).not.toContain('secret');
  });

  test('answers 403 when the key lacks the right', async ({ request, owner }) => {
    const token = await apiTokenOf(owner, ['predictions:read']);
    expect((await call(request, 'GET', create, { token })).status()).toBe(200);
    await expectProblem(
      await call(request, 'POST', create, { token, body: { version, input: { text: 'x' } } }),
      403,
    );
  });

  test('answers 4xx for a cursor or a date that means nothing', async ({ request, apiToken: token }) => {
    await expectProblem(await call(request, 'GET', '/predictions?cursor=%00', { token }), 400);
    await expectProblem(await call(request, 'GET', '/predictions?created_after=tomorrow', { token }), 422);
    await expectProblem(await call(request, 'GET', '/predictions?source=sky', { token }), 422);
  });
});

test.describe('Prefer: wait', () => {
  const path = '/models/lectern/sleep/predictions';
  const sleeping = (seconds: number) => ({ input: { seconds } });

  test('holds the reply until the prediction has ended, well or not', async ({
    request,
    apiToken: token,
  }) => {
    const headers = { prefer: 'wait=10' };
    const succeeded = await call(request, 'POST', path, { token, headers, body: sleeping(0.2) });
    expect(succeeded.status()).toBe(201);
    expect(succeeded.headers()['preference-applied']).toBe('wait=10');
    expect(await succeeded.json()).toMatchObject({ status: 'succeeded', output: 'Slept for 0.2 s' });
    const failed = await call(request, 'POST', path, { token, headers, body: { input: { fail: true } } });
    expect(failed.status()).toBe(201);
    expect(await failed.json()).toMatchObject({ status: 'failed', error: 'Told to fail.' });
  });

  test('answers `starting` when the time is over, though it runs, and the prediction goes on', async ({
    request,
    apiToken: token,
    replicate,
  }) => {
    const askedAt = performance.now();
    const headers = { prefer: 'respond-async, WAIT=1' };
    const response = await call(request, 'POST', path, { token, headers, body: sleeping(30) });
    const waitedMs = performance.now() - askedAt;
    expect(waitedMs).toBeGreaterThan(900);
    // The Python client hangs up half a second after the time it asked for.
    expect(waitedMs).toBeLessThan(1_500);
    expect([201, 202]).toContain(response.status());
    const { id, status } = await response.json();
    expect(status).toBe('starting');
    expect((await replicate.predictions.get(id)).status).toBe('processing');
    await replicate.predictions.cancel(id);
  });

  test('that means nothing is ignored', async ({ request, apiToken: token, replicate }) => {
    for (const prefer of ['wait=0', 'wait=-1', 'wait=soon', 'handling=lenient']) {
      const response = await call(request, 'POST', path, { token, headers: { prefer }, body: sleeping(30) });
      expect(response.status()).toBe(201);
      expect(response.headers()['preference-applied']).toBeUndefined();
      const created = await response.json();
      expect(created.status).toBe('starting');
      expect(response.headers().location).toBe(created.urls.get);
      await replicate.predictions.cancel(created.id);
    }
  });

  test('is not needed for the prediction to go on when the caller hangs up', async ({
    apiToken,
    baseURL,
    replicate,
  }) => {
    const hangUp = AbortSignal.timeout(500);
    const held = fetch(`${baseURL}/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiToken}`, prefer: 'wait' },
      body: JSON.stringify(sleeping(1.5)),
      signal: hangUp,
    });
    await expect(held).rejects.toThrow();
    await expect
      .poll(async () => (await replicate.predictions.list()).results.map(({ status }) => status), {
        intervals: [100],
      })
      .toEqual(['succeeded']);
  });
});

test('paths of clients that put /v1 in twice, or a whole address behind it, are understood', async ({
  request,
  apiToken: token,
  baseURL,
}) => {
  for (const path of ['/v1/predictions', `/${baseURL}/v1/predictions`]) {
    const response = await call(request, 'GET', path, { token });
    expect.soft(response.status(), path).toBe(200);
    expect.soft(await response.json()).toHaveProperty('results');
  }
});

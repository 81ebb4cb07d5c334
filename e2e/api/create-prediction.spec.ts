import { predictionSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem, ocrVersions } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

testCommonAnswers('createPrediction', { path: '/predictions', body: '{"broken' });

const canary = 'replicate/canary';
const ocr = 'abiruyt/text-extract-ocr';
const [latest, older] = ocrVersions;
const image = 'data:,no picture';

test.describe('201', () => {
  test('is a prediction that waits to start, and says where it is', async ({ apiToken: token }) => {
    const reply = await callApi('POST', '/predictions', { token, body: { version: ocr, input: { image } } });
    expect(reply.status).toBe(201);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const created = predictionSchema.strict().parse(reply.json);
    expect(reply.headers.get('location')).toBe(created.urls.get);
    const url = `${serverUrl()}/v1/predictions/${created.id}`;
    expect(created).toMatchObject({
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      ...{ status: 'starting', output: null, error: null, logs: '', source: 'api', data_removed: false },
      urls: { get: url, cancel: `${url}/cancel`, web: `${serverUrl()}/p/${created.id}` },
    });
    expect(Object.keys(created)).not.toEqual(expect.arrayContaining(['metrics', 'deadline', 'webhook']));
  });

  for (const [name, version] of [
    [latest, latest],
    [older, older],
    [latest.toUpperCase(), latest],
    [ocr, latest],
    [`${ocr}:${older}`, older],
    [`${ocr}:${latest.toUpperCase()}`, latest],
  ] as const) {
    test(`names the full version that is asked for as ${name}`, async ({ apiToken: token }) => {
      const body = { version: name, input: { image } };
      const { status, json } = await callApi('POST', '/predictions', { token, body });
      expect(status).toBe(201);
      expect(json).toMatchObject({ version, model: ocr });
    });
  }

  for (const [what, headers] of [
    ['no word of its type', {}],
    ['another type', { 'content-type': 'text/plain' }],
    ['a charset', { 'content-type': 'application/json; charset=UTF-8' }],
    ['headers that nobody knows', { 'x-unheard-of': '1', 'accept-encoding': 'gzip, deflate' }],
  ] as const) {
    test(`answers JSON with ${what}`, async ({ apiToken: token }) => {
      const body = Buffer.from(JSON.stringify({ version: canary, input: { text: 'x' } }));
      const { status } = await callApi('POST', '/predictions?unheard=of', { token, headers, body });
      expect(status).toBe(201);
    });
  }

  test('drops what the model does not know, and fills in what it does', async ({ apiToken: token }) => {
    const body = { version: 'lectern/sleep', input: { logs: 0, unknown: 'is dropped' } };
    const { json } = await callApi('POST', '/predictions', { token, body });
    expect(json).toMatchObject({ input: { seconds: 0, fail: false, logs: 0, log_interval_ms: 100 } });
    expect(predictionSchema.parse(json).input).not.toHaveProperty('unknown');
  });

  for (const url of [
    'https://example.org/a%20picture.png?x=1#top',
    'HTTP://EXAMPLE.ORG/a.png',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:application/octet-stream;name=a.png;base64,iVBORw0KGgo',
    'data:image/svg+xml,%3Csvg%20/%3E',
    'data:,',
    'DATA:text/plain;charset=utf-8,gr%C3%BC%C3%9Fe',
  ]) {
    test(`echoes the image just as it was given: ${url}`, async ({ apiToken: token }) => {
      const body = { version: ocr, input: { image: url } };
      const { status, json } = await callApi('POST', '/predictions', { token, body });
      expect(status).toBe(201);
      expect(json).toMatchObject({ input: { image: url } });
    });
  }

  test('answers ten million bytes of a file inside the request', async ({ apiToken: token }) => {
    const url = `data:application/octet-stream;base64,${Buffer.alloc(10_000_000, 7).toString('base64')}`;
    const body = { version: ocr, input: { image: url } };
    expect((await callApi('POST', '/predictions', { token, body })).status).toBe(201);
  });

  const webhook = 'http://127.0.0.1:9/hook?x=%2F&y';
  for (const [what, sent, echoed] of [
    ['a webhook', { webhook }, { webhook }],
    [
      'a webhook with a filter',
      { webhook, webhook_events_filter: ['completed', 'start', 'completed'] },
      { webhook, webhook_events_filter: ['completed', 'start'] },
    ],
    ['an empty filter', { webhook, webhook_events_filter: [] }, { webhook_events_filter: [] }],
    ['a filter without a webhook', { webhook_events_filter: ['logs'] }, { webhook_events_filter: ['logs'] }],
    [
      'the older webhook of the end',
      { webhook_completed: webhook },
      { webhook, webhook_events_filter: ['completed'] },
    ],
    ['the older wish to stream', { stream: true }, {}],
  ] as const) {
    test(`accepts ${what}`, async ({ apiToken: token }) => {
      const body = { version: canary, input: { text: 'x' }, ...sent };
      const { status, json } = await callApi('POST', '/predictions', { token, body });
      expect(status).toBe(201);
      expect(json).toMatchObject(echoed);
    });
  }

  for (const [duration, seconds] of [
    ['5', 5],
    ['90s', 90],
    ['1h30m45s', 5_445],
    ['24h', 86_400],
  ] as const) {
    test(`has the deadline of Cancel-After: ${duration}`, async ({ apiToken: token }) => {
      const headers = { 'cancel-after': duration };
      const body = { version: canary, input: { text: 'x' } };
      const { json } = await callApi('POST', '/predictions', { token, headers, body });
      const { created_at, deadline } = predictionSchema.parse(json);
      expect(Date.parse(deadline ?? '') - Date.parse(created_at)).toBe(seconds * 1_000);
    });
  }
});

test.describe('400', () => {
  for (const body of ['', '{"input": "a secret"', '["a secret"]', '"a secret"', 'null', '12', 'a secret'])
    test(`answers ${JSON.stringify(body)}, and does not say it again`, async ({ apiToken: token }) => {
      const reply = await callApi('POST', '/predictions', { token, body });
      expectProblem(reply, 400, { title: 'Bad Request' });
      expect(reply.text).not.toContain('secret');
    });
});

test('413 answers more than 16 MB', async ({ apiToken: token }) => {
  const body = JSON.stringify({ version: canary, input: { text: 'x'.repeat(16 * 1_048_576) } });
  expectProblem(await callApi('POST', '/predictions', { token, body }), 413);
});

test.describe('422', () => {
  const input = { text: 'x' };
  const field = (type: string, name: string, description: string) => ({ type, field: name, description });
  const required = (name: string, property: string) => field('required', name, `${property} is required`);
  const typed = (name: string, expected: string, given: string) =>
    field('invalid_type', name, `Invalid type. Expected: ${expected}, given: ${given}`);
  const uri = (name: string) => field('format', name, "Does not match format 'uri'");
  const extra = (name: string) =>
    field('additional_property_not_allowed', '', `Additional property ${name} is not allowed`);

  for (const [body, ...fields] of [
    [{}, required('', 'version'), required('', 'input')],
    [{ input }, required('', 'version')],
    [{ version: canary }, required('', 'input')],
    [{ version: ocr, input: {} }, required('input', 'image')],
    [{ version: ocr, input: 'x' }, typed('input', 'object', 'string')],
    [{ version: ocr, input: [] }, typed('input', 'object', 'array')],
    [{ version: ocr, input: null }, typed('input', 'object', 'null')],
    [{ version: ocr, input: { image: 5 } }, typed('input.image', 'string', 'integer')],
    [{ version: ocr, input: { image: 1.5 } }, typed('input.image', 'string', 'number')],
    [{ version: ocr, input: { image: {} } }, typed('input.image', 'string', 'object')],
    [{ version: ocr, input: { image: null } }, typed('input.image', 'string', 'null')],
    [{ version: ocr, input: { image: true } }, typed('input.image', 'string', 'boolean')],
    [{ version: ocr, input: { image: 'not a uri' } }, uri('input.image')],
    [{ version: ocr, input: { image: '' } }, uri('input.image')],
    [{ version: ocr, input: { image: 'file:///etc/passwd' } }, uri('input.image')],
    [{ version: ocr, input: { image: 'ftp://example.org/a.png' } }, uri('input.image')],
    [{ version: ocr, input: { image: '/a.png' } }, uri('input.image')],
    [{ version: 5, input }, typed('version', 'string', 'integer')],
    [{ version: null, input }, typed('version', 'string', 'null')],
    [{ version: canary, input, model: canary }, extra('model')],
    [{ version: canary, input, a: 1, b: 2 }, extra('a'), extra('b')],
    [{ version: canary, input, webhook: 5 }, typed('webhook', 'string', 'integer')],
    [{ version: canary, input, webhook: 'nowhere' }, uri('webhook')],
    [{ version: canary, input, webhook: 'ftp://example.org' }, uri('webhook')],
    [{ version: canary, input, webhook_completed: 'nowhere' }, uri('webhook_completed')],
    [
      { version: canary, input, webhook_events_filter: 'start' },
      typed('webhook_events_filter', 'array', 'string'),
    ],
    [
      { version: canary, input, webhook_events_filter: ['start', 'bogus'] },
      field(
        'enum',
        'webhook_events_filter.1',
        'webhook_events_filter.1 must be one of the following: "start", "output", "logs", "completed"',
      ),
    ],
    [{ version: canary, input, stream: 'yes' }, typed('stream', 'boolean', 'string')],
    [
      { version: 'lectern/sleep', input: { seconds: -1 } },
      field('number_gte', 'input.seconds', 'Must be greater than or equal to 0'),
    ],
    [
      { version: 'lectern/sleep', input: { seconds: 7_201 } },
      field('number_lte', 'input.seconds', 'Must be less than or equal to 7200'),
    ],
  ] as const) {
    test(`answers ${JSON.stringify(body)} and names what is wrong`, async ({ apiToken: token }) => {
      const reply = await callApi('POST', '/predictions', { token, body });
      const lines = fields.map((each) => `- ${each.field && `${each.field}: `}${each.description}\n`);
      expectProblem(reply, 422, {
        title: 'Input validation failed',
        detail: lines.join(''),
        invalid_fields: fields,
      });
    });
  }

  for (const version of [
    '0'.repeat(64),
    `${canary}:${'0'.repeat(64)}`,
    `${canary}:${latest}`,
    `${ocr}:${latest}:${latest}`,
    latest.slice(0, 12),
    'no/body',
    'what?',
    '',
    'a\0b',
  ]) {
    test(`answers the version ${JSON.stringify(version)}, before the input is looked at`, async ({
      apiToken: token,
    }) => {
      expectProblem(await callApi('POST', '/predictions', { token, body: { version, input: {} } }), 422, {
        title: 'Invalid version or not permitted',
        detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
      });
    });
  }

  for (const duration of ['4', '25h', '0', '-5', '1.5m', 'soon', '']) {
    test(`answers Cancel-After: ${JSON.stringify(duration)}`, async ({ apiToken: token }) => {
      const headers = { 'cancel-after': duration };
      const body = { version: canary, input };
      expectProblem(await callApi('POST', '/predictions', { token, headers, body }), 422, {
        invalid_fields: [expect.objectContaining({ field: 'Cancel-After' })],
      });
    });
  }

  // The JavaScript client's `data-uri` strategy sends itself, its token included, as the input (contract 6.4).
  test('never says again what was sent', async ({ apiToken: token }) => {
    for (const sent of [{ auth: 'a secret', image: ['a secret'] }, { image: 'a secret' }, 'a secret']) {
      const reply = await callApi('POST', '/predictions', { token, body: { version: ocr, input: sent } });
      expectProblem(reply, 422);
      expect(reply.text).not.toContain('secret');
    }
  });
});

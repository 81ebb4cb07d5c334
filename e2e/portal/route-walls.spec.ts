import { Webhook } from 'standardwebhooks';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { routeMethods } from '../fixtures/surface.ts';
import { cookieHeader, expect, replicateClient, serverUrl, test } from '../fixtures/test.ts';
import { everythingOf, makeVictim, type Victim } from '../fixtures/victim.ts';

// Every route handler, called by nobody in particular, by somebody of another workspace and by a member who only
// reads. Portal routes know people by the session cookie, routes below /v1 know programs by their token.

type RouteRow = {
  path: (victim: Victim) => string;
  body?: string;
} & (
  | { who: 'person' /** A member who may only read. */; viewer: number }
  /** `stranger`: the status for a token of another workspace. */
  | { who: 'token'; stranger: number; withoutScopes: number }
  | { who: 'anybody' }
);

const ofDocument = (rest: string) => (victim: Victim) => `/api/documents/${victim.documentId}${rest}`;
const ofPage = (rest: string) => ofDocument(`/pages/1${rest}`);
const reader = { who: 'person', viewer: 200 } as const;
const writer = { who: 'person', viewer: 403 } as const;
const ofPrediction = (rest: string) => (victim: Victim) => `/v1/predictions/${victim.predictionId}${rest}`;
const ofFile = (victim: Victim) => `/v1/files/${victim.fileId}`;
const secured = { who: 'token', stranger: 404, withoutScopes: 403 } as const;
const ownOnly = { who: 'token', stranger: 200, withoutScopes: 403 } as const;
const forAllTokens = { who: 'token', stranger: 200, withoutScopes: 200 } as const;

const routes: Record<string, RouteRow> = {
  'GET /api/documents': { path: ({ slug }) => `/api/documents?workspace=${slug}`, ...reader },
  'GET /api/documents/ids': { path: ({ slug }) => `/api/documents/ids?workspace=${slug}`, ...reader },
  'GET /api/documents/[documentId]/discussion': { path: ofDocument('/discussion'), ...reader },
  'GET /api/documents/[documentId]/export': { path: ofDocument('/export?format=txt'), ...reader },
  'POST /api/documents/[documentId]/import': { path: ofDocument('/import'), body: '<alto/>', ...writer },
  'GET /api/documents/[documentId]/original': { path: ofDocument('/original'), ...reader },
  'GET /api/documents/[documentId]/pages/[page]/extraction': { path: ofPage('/extraction'), ...reader },
  'GET /api/documents/[documentId]/pages/[page]/hits': { path: ofPage('/hits?q=a'), ...reader },
  'GET /api/documents/[documentId]/pages/[page]/image': { path: ofPage('/image'), ...reader },
  'POST /api/documents/[documentId]/pages/[page]/region': {
    path: ofPage('/region'),
    body: '{"box":[0,0,9,9]}',
    ...writer,
  },
  'POST /api/documents/[documentId]/pages/[page]/presence': {
    path: ofPage('/presence'),
    body: '{"tabId":"intruder"}',
    ...reader,
  },
  'GET /api/documents/[documentId]/pages/[page]/revisions': { path: ofPage('/revisions'), ...reader },
  'POST /api/documents/[documentId]/pages/[page]/revisions': {
    path: ofPage('/revisions'),
    body: '{"saveId":"intruder","base":0,"operations":[{"op":"remove","line":"r0"}]}',
    ...writer,
  },
  'GET /api/documents/[documentId]/pages/[page]/revisions/[number]': {
    path: ofPage('/revisions/0'),
    ...reader,
  },
  'GET /api/documents/[documentId]/pages/[page]/text': { path: ofPage('/text'), ...reader },
  'GET /api/documents/[documentId]/pages/[page]/thumbnail': { path: ofPage('/thumbnail'), ...reader },
  'GET /api/documents/[documentId]/progress': { path: ofDocument('/progress'), ...reader },
  'GET /api/documents/[documentId]/review': { path: ofDocument('/review'), ...reader },
  'GET /api/documents/[documentId]/text': { path: ofDocument('/text'), ...reader },
  'GET /api/review': { path: ({ slug }) => `/api/review?workspace=${slug}`, ...reader },
  'GET /api/review/counts': { path: ({ slug }) => `/api/review/counts?workspace=${slug}`, ...reader },
  'GET /api/review/mentions': { path: ({ slug }) => `/api/review/mentions?workspace=${slug}`, ...reader },
  'GET /api/search': { path: ({ slug }) => `/api/search?workspace=${slug}&q=report`, ...reader },
  'GET /api/search/suggestions': {
    path: ({ slug }) => `/api/search/suggestions?workspace=${slug}&q=re`,
    ...reader,
  },
  'GET /api/exports': { path: ({ slug }) => `/api/exports?workspace=${slug}`, ...reader },
  'GET /api/exports/[exportId]/file': { path: ({ exportId }) => `/api/exports/${exportId}/file`, ...reader },
  'GET /api/exports/schema.json': { path: () => '/api/exports/schema.json', who: 'anybody' },
  'GET /api/events': { path: ({ slug }) => `/api/events?workspace=${slug}`, ...reader },
  'POST /api/uploads': {
    path: ({ slug }) => `/api/uploads?workspace=${slug}&name=x.png`,
    body: 'not a picture',
    ...writer,
  },

  'GET /api/auth/[...nextauth]': { path: () => '/api/auth/session', who: 'anybody' },
  'POST /api/auth/[...nextauth]': { path: () => '/api/auth/signout', body: '', who: 'anybody' },
  'GET /api/health/live': { path: () => '/api/health/live', who: 'anybody' },
  'GET /api/health/ready': { path: () => '/api/health/ready', who: 'anybody' },
  // Its callers show themselves by signature: see the test below.
  'POST /api/webhooks/predictions': { path: () => '/api/webhooks/predictions', body: '{}', who: 'anybody' },

  ...Object.fromEntries(
    ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => [
      `${method} /v1/[[...path]]`,
      { path: () => '/v1/no/such/thing', who: 'token', stranger: 404, withoutScopes: 404 } as const,
    ]),
  ),
  'GET /v1/account': { path: () => '/v1/account', ...forAllTokens },
  'GET /v1/hardware': { path: () => '/v1/hardware', ...forAllTokens },
  'GET /v1/files': { path: () => '/v1/files', ...ownOnly },
  'POST /v1/files': { path: () => '/v1/files', body: '', who: 'token', stranger: 422, withoutScopes: 403 },
  'GET /v1/files/[id]': { path: ofFile, ...secured },
  'DELETE /v1/files/[id]': { path: ofFile, ...secured },
  'GET /v1/files/[id]/download': {
    path: ({ slug, fileId }) =>
      `/v1/files/${fileId}/download?owner=${slug}&expiry=9999999999&signature=guessed`,
    who: 'anybody',
  },
  'GET /v1/models': { path: () => '/v1/models', ...forAllTokens },
  'POST /v1/models': { path: () => '/v1/models', body: '', who: 'token', stranger: 404, withoutScopes: 404 },
  'GET /v1/openapi.json': { path: () => '/v1/openapi.json', who: 'anybody' },
  'GET /v1/streams/[id]/[signature]': {
    path: ({ predictionId }) => `/v1/streams/${predictionId}/guessed`,
    who: 'anybody',
  },
  'GET /v1/search': { path: () => '/v1/search?query=ocr', ...forAllTokens },
  ...Object.fromEntries(
    ['', '/examples', '/readme', '/versions'].map((rest) => [
      `GET /v1/models/[owner]/[name]${rest}`,
      { path: () => `/v1/models/abiruyt/text-extract-ocr${rest}`, ...forAllTokens } as const,
    ]),
  ),
  'GET /v1/models/[owner]/[name]/versions/[id]': {
    path: () => `/v1/models/no/body/versions/${'0'.repeat(64)}`,
    who: 'token',
    stranger: 404,
    withoutScopes: 404,
  },
  'POST /v1/models/[owner]/[name]/predictions': {
    path: () => '/v1/models/no/body/predictions',
    body: '{"input": {}}',
    ...secured,
  },
  'GET /v1/predictions': { path: () => '/v1/predictions', ...ownOnly },
  'POST /v1/predictions': {
    path: () => '/v1/predictions',
    body: '{}',
    who: 'token',
    stranger: 422,
    withoutScopes: 403,
  },
  'GET /v1/predictions/[id]': { path: ofPrediction(''), ...secured },
  'POST /v1/predictions/[id]/cancel': { path: ofPrediction('/cancel'), ...secured },
  'GET /v1/webhooks/default/secret': { path: () => '/v1/webhooks/default/secret', ...ownOnly },
};

test.describe.configure({ mode: 'default' });

let victim: Victim;
let stranger: TestUser;
let before: string;

test.beforeAll(async () => {
  victim = await makeVictim();
  stranger = await createUser();
  before = await everythingOf(victim);
});

test('the table knows every route', () => {
  expect(Object.keys(routes).sort()).toEqual(routeMethods());
});

test('nobody in particular gets 401', async () => {
  for (const [name, row] of Object.entries(routes)) {
    if (row.who === 'anybody') continue;
    await expectWall(name, {}, 401);
    await expectWall(name, { cookie: cookieHeader({ ...victim.owner, sessionToken: 'guessed' }) }, 401);
    await expectWall(name, { authorization: 'Bearer guessed' }, 401);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('somebody of another workspace gets 404', async () => {
  for (const [name, { who }] of Object.entries(routes)) {
    if (who === 'person') await expectWall(name, { cookie: cookieHeader(stranger) }, 404);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a token of another workspace gets 404 or what is its own', async () => {
  const authorization = `Bearer ${await apiTokenOf(stranger)}`;
  for (const [name, row] of Object.entries(routes)) {
    if (row.who === 'token') await expectWall(name, { authorization }, row.stranger);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a token without the right gets 403', async () => {
  const authorization = `Bearer ${await apiTokenOf(victim.owner, [])}`;
  const withToken = await everythingOf(victim);
  for (const [name, row] of Object.entries(routes)) {
    if (row.who !== 'token') continue;
    const { status } = await send(name, { authorization });
    expect.soft(status, name).toBe(row.withoutScopes);
  }
  expect(await everythingOf(victim)).toBe(withToken);
  before = withToken;
});

test('a session opens nothing below /v1, and a token nothing of the portal', async () => {
  for (const [name, { who }] of Object.entries(routes)) {
    if (who === 'token') await expectWall(name, { cookie: cookieHeader(victim.owner) }, 401);
    if (who === 'person') await expectWall(name, { authorization: `Bearer ${victim.apiToken}` }, 401);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a member who may only read reads, and cannot write', async () => {
  for (const [name, row] of Object.entries(routes)) {
    if (row.who !== 'person') continue;
    const { status } = await send(name, { cookie: cookieHeader(victim.viewer) });
    expect.soft(status, name).toBe(row.viewer);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('another site cannot make a browser write', async () => {
  const writing = Object.entries(routes).filter(
    ([name, { who }]) => who === 'person' && name.startsWith('POST'),
  );
  for (const [name] of writing) {
    for (const origin of ['https://evil.example', 'null', '']) {
      const { status } = await send(name, { cookie: cookieHeader(victim.owner), origin });
      expect.soft(status, `${name} from ${origin}`).toBe(403);
    }
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('routes for anybody tell nothing of anybody', async () => {
  for (const [name, { who }] of Object.entries(routes)) {
    if (who !== 'anybody') continue;
    const { status, body } = await send(name, {});
    expect.soft(status, name).toBeLessThan(500);
    expectNothingOf(victim, body, name);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a webhook counts only with the signature of the workspace it is about', async () => {
  const url = `${serverUrl()}/api/webhooks/predictions?submission=${victim.submissionId}`;
  const { key } = await replicateClient(await apiTokenOf(stranger)).webhooks.default.secret.get();
  const body = JSON.stringify({ id: victim.predictionId, status: 'succeeded', output: 'forged' });
  const now = new Date();
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const forged = new Webhook(key).sign('msg_forged', now, body);
  for (const signature of [forged, 'v1,AAAA', '']) {
    const headers = {
      'webhook-id': 'msg_forged',
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    };
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(401);
  }
  expect(await everythingOf(victim)).toBe(before);
});

async function expectWall(name: string, headers: Record<string, string>, expected: number): Promise<void> {
  const { status, body } = await send(name, headers);
  expect.soft(status, name).toBe(expected);
  expectNothingOf(victim, body, name);
}

async function send(
  name: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const [method = 'GET'] = name.split(' ');
  const row = routes[name];
  if (!row) throw new Error(`There is no row for ${name}.`);
  const hangUp = new AbortController();
  const response = await fetch(`${serverUrl()}${row.path(victim)}`, {
    method,
    redirect: 'manual',
    signal: hangUp.signal,
    headers: { origin: serverUrl(), ...headers },
    ...(row.body === undefined ? {} : { body: row.body }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const body = isStream ? '' : await response.text();
  hangUp.abort();
  return { status: response.status, body };
}

function expectNothingOf(
  { owner, documentName, documentId, predictionId, fileId }: Victim,
  body: string,
  name: string,
) {
  for (const secret of [documentName, documentId, predictionId, fileId, owner.email, owner.workspace.slug]) {
    expect.soft(body.includes(secret), `${name} shows ${secret}`).toBe(false);
  }
}

import { Webhook } from 'standardwebhooks';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { routeRows } from '../fixtures/route-rows.ts';
import { routeMethods } from '../fixtures/surface.ts';
import { cookieHeader, expect, replicateClient, serverUrl, test } from '../fixtures/test.ts';
import { everythingOf, makeVictim, type Victim } from '../fixtures/victim.ts';

// Every route handler, called by nobody in particular, by somebody of another workspace and by a member who only
// reads. Portal routes know people by the session cookie, routes below /v1 know programs by their token.

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
  expect(Object.keys(routeRows).sort()).toEqual(routeMethods());
});

test('nobody in particular gets 401', async () => {
  for (const [name, row] of Object.entries(routeRows)) {
    if (row.who === 'anybody') continue;
    await expectWall(name, {}, 401);
    await expectWall(name, { cookie: cookieHeader({ ...victim.owner, sessionToken: 'guessed' }) }, 401);
    await expectWall(name, { authorization: 'Bearer guessed' }, 401);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('somebody of another workspace gets 404', async () => {
  for (const [name, { who }] of Object.entries(routeRows)) {
    if (who === 'person') await expectWall(name, { cookie: cookieHeader(stranger) }, 404);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a token of another workspace gets 404 or what is its own', async () => {
  const authorization = `Bearer ${await apiTokenOf(stranger)}`;
  for (const [name, row] of Object.entries(routeRows)) {
    if (row.who === 'token') await expectWall(name, { authorization }, row.stranger);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a session opens nothing below /v1, and a token nothing of the portal', async () => {
  for (const [name, { who }] of Object.entries(routeRows)) {
    if (who === 'token') await expectWall(name, { cookie: cookieHeader(victim.owner) }, 401);
    if (who === 'person') await expectWall(name, { authorization: `Bearer ${victim.apiToken}` }, 401);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('another site cannot make a browser write', async () => {
  const writing = Object.entries(routeRows).filter(
    ([name, { who }]) => who === 'person' && !/^(GET|HEAD) /.test(name),
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
  for (const [name, { who }] of Object.entries(routeRows)) {
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
  const row = routeRows[name];
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

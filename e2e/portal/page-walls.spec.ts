import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { pageRows } from '../fixtures/page-rows.ts';
import { pagePaths } from '../fixtures/surface.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';
import { makeVictim, type Victim } from '../fixtures/victim.ts';

// Every page, opened by nobody in particular, by somebody of another workspace and by a member who only reads.

const memberPages = Object.entries(pageRows).filter(([, { kind }]) => kind === 'members');

test.describe.configure({ mode: 'default' });

let victim: Victim;
let stranger: TestUser;

test.beforeAll(async () => {
  victim = await makeVictim();
  stranger = await createUser();
});

test('the table knows every page of the portal', () => {
  expect(Object.keys(pageRows).sort()).toEqual(pagePaths());
});

test('nobody in particular is led to the sign-in page', async () => {
  for (const [name, { path }] of memberPages) {
    const { status, location, body } = await open(path(victim));
    expect.soft([status, location?.split('?')[0]], name).toEqual([307, '/sign-in']);
    expectNothingOf(victim, body, name);
  }
});

test('open pages say nothing of anybody', async () => {
  for (const [name, { path, kind }] of Object.entries(pageRows)) {
    if (kind !== 'open') continue;
    const { status, body } = await open(path(victim));
    expect.soft(status, name).toBeLessThan(400);
    expectNothingOf(victim, body, name);
  }
});

test('somebody of another workspace finds nothing', async () => {
  for (const [name, { path }] of memberPages) {
    const { status, body } = await open(path(victim), stranger);
    expect.soft(status, name).toBe(404);
    expectNothingOf(victim, body, name);
  }
});

test('an address with nothing behind it: members are told within their workspace, all others as anywhere', async ({
  page,
  owner,
}) => {
  for (const { kind, path } of Object.values(pageRows)) {
    if (kind !== 'nothing') continue;
    expect((await open(path(victim))).location).toMatch(/^\/sign-in/);
    const others = await open(path(victim), stranger);
    expect(others.status).toBe(404);
    expectNothingOf(victim, others.body, 'nothing');
  }
  const { slug } = owner.workspace;
  expect((await page.goto(`/${slug}/no/such/page`))?.status()).toBe(404);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the documents' }).click();
  await expect(page).toHaveURL(`/${slug}/documents`);
});

test('a document of others is not to be had under the name of the own workspace either', async () => {
  const inOwn = `/${stranger.workspace.slug}/documents`;
  for (const id of [victim.documentId, '0'.repeat(26), 'no-id']) {
    for (const path of [`${inOwn}/${id}`, `${inOwn}/${id}/review`]) {
      const { status, body } = await open(path, stranger);
      expect.soft(status, path).toBe(404);
      expect.soft(body, path).toContain('There is no such document');
      expectNothingOf(victim, body, path);
    }
  }
});

test('a delivery of others is not there under the name of the own workspace, and viewers see none', async () => {
  const inOwn = `/${stranger.workspace.slug}/api/webhooks/${victim.deliveryId}`;
  const { status, body } = await open(inOwn, stranger);
  expect(status).toBe(404);
  expect(body).toContain('There is no such delivery');
  expect(body).not.toContain('receiver.invalid');
  for (const path of ['', `/${victim.deliveryId}`]) {
    const { body } = await open(`/${victim.slug}/api/webhooks${path}`, victim.viewer);
    expect(body).toContain('Only owners and admins see webhooks');
    expect(body).not.toContain('receiver.invalid');
  }
});

test('requests that claim to hold the layouts already, so that only the page is drawn, are walled, too', async ({
  page,
  owner,
}) => {
  const { slug } = owner.workspace;
  await page.goto(`/${slug}/api`);
  const asked = page.waitForRequest((request) => isMoveBetweenPages(request.headers()));
  await page.getByRole('link', { name: 'Documents', exact: true }).click();
  const { 'next-router-state-tree': held = '' } = (await asked).headers();
  expect(held).toContain(slug);
  const claim = { rsc: '1', 'next-router-state-tree': held.replaceAll(slug, victim.slug) };
  for (const [name, { path }] of memberPages) {
    for (const who of [undefined, owner]) {
      const { body } = await open(path(victim), who, claim);
      expectNothingOf(victim, body, name);
    }
  }
  const { body } = await open(`/${victim.slug}/documents`, victim.owner, claim);
  expect(body).toContain(victim.documentName);
});

test('a member who may only read sees no tokens', async () => {
  const tokens = await open(`/${victim.slug}/settings/tokens`, victim.viewer);
  expect(tokens.body).not.toContain(victim.apiToken.slice(0, 9));
});

test('the owner sees them all', async () => {
  for (const [name, { path }] of memberPages) {
    const { status } = await open(path(victim), victim.owner);
    expect.soft(status, name).toBeLessThan(400);
  }
  const list = await open(`/${victim.slug}/documents`, victim.owner);
  expect(list.body).toContain(victim.documentName);
});

async function open(
  path: string,
  who?: TestUser,
  headers: Record<string, string> = {},
): Promise<{ status: number; location: string | undefined; body: string }> {
  const response = await fetch(`${serverUrl()}${path}`, {
    redirect: 'manual',
    headers: { ...headers, ...(who ? { cookie: cookieHeader(who) } : {}) },
  });
  const location = response.headers.get('location')?.replace(serverUrl(), '');
  // Next wants a digest of the headers in the address and says which.
  if (location?.includes('_rsc=') && !path.includes('_rsc=')) return open(location, who, headers);
  return { status: response.status, location, body: await response.text() };
}

function isMoveBetweenPages(headers: Record<string, string>): boolean {
  return 'next-router-state-tree' in headers && !('next-router-prefetch' in headers);
}

function expectNothingOf({ owner, documentName }: Victim, body: string, name: string): void {
  for (const secret of [documentName, owner.email, owner.name, owner.workspace.name]) {
    expect.soft(body.includes(secret), `${name} shows “${secret}”`).toBe(false);
  }
}

import { expect, type Page, test } from '@playwright/test';
import { codeAt } from '#lib/testing/authenticator-app.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { query } from '../fixtures/database.ts';
import {
  databaseUrlOf,
  endLectern,
  freePort,
  type Lectern,
  newDataDir,
  startLectern,
} from '../fixtures/lectern.ts';
import { type OpenidProvider, openidClient, startOpenidProvider } from '../fixtures/openid-provider.ts';

// Signing in with a real OpenID provider, which sometimes lies.

const owner = { email: 'ada@example.org', password: 'a long enough password' };
const folder = newDataDir();
let provider: OpenidProvider;
let lectern: Lectern;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const port = await freePort();
  provider = await startOpenidProvider(await freePort(), `http://localhost:${port}/api/auth/callback/oidc`);
  lectern = await startLectern({
    dataDir: folder.dataDir,
    port,
    settings: {
      LECTERN_ADMIN_EMAIL: owner.email,
      LECTERN_ADMIN_PASSWORD: owner.password,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: openidClient.id,
      OIDC_CLIENT_SECRET: openidClient.secret,
      OIDC_NAME: 'Example Login',
      OIDC_ALLOWED_DOMAINS: 'example.org',
      OIDC_WORKSPACE: 'workspace',
      OIDC_ROLE: 'editor',
    },
  });
});

test.beforeEach(() => {
  provider.lies = {};
});

test.afterAll(async () => {
  if (lectern) await endLectern(lectern);
  await provider?.close();
  folder.remove();
});

test('somebody new comes in, is a member at once, and gets to where they wanted', async ({ page }) => {
  provider.people.set('grace', { email: 'Grace@example.org', email_verified: true, name: 'Grace Hopper' });
  const wanted = '/workspace/settings/sessions';
  await enter(page, 'grace', wanted);
  await expect(page).toHaveURL(lectern.url + wanted);
  await expect(page.getByText('with single sign-on')).toBeVisible();
  const rows = await query(
    databaseUrlOf(folder.dataDir),
    `SELECT email, name, role::text, password_hash FROM "user" JOIN membership ON user_id = id WHERE email LIKE 'grace%'`,
  );
  expect(rows).toEqual([
    { email: 'grace@example.org', name: 'Grace Hopper', role: 'editor', password_hash: null },
  ]);
  const cookie = (await page.context().cookies()).find(({ name }) => name.includes('session-token'));
  const sessions = await query(databaseUrlOf(folder.dataDir), 'SELECT token_hash, method::text FROM session');
  expect(sessions).toMatchObject([{ method: 'oidc' }]);
  expect(JSON.stringify(sessions)).not.toContain(cookie?.value);
});

test('an account that is there is linked by its verified address', async ({ page }) => {
  provider.people.set('ada', { email: owner.email, email_verified: true, name: 'Ada' });
  await enter(page, 'ada');
  await page.waitForURL(/\/workspace\/documents/);
  const [{ count } = {}] = await query(
    databaseUrlOf(folder.dataDir),
    `SELECT count(*)::int FROM "user" WHERE email = '${owner.email}'`,
  );
  expect(count).toBe(1);
});

test('an authenticator app is asked for after the provider, and then leads to where one wanted', async ({
  page,
}) => {
  provider.people.set('grace', { email: 'grace@example.org', email_verified: true, name: 'Grace Hopper' });
  await enter(page, 'grace', '/workspace/settings/security');
  await page.getByRole('button', { name: 'Set up the app' }).click();
  const dialog = page.getByRole('dialog');
  const secret = (await dialog.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await dialog.getByLabel('Code', { exact: true }).fill(codeAt(secret, new Date()));
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  const recoveryCode = (await dialog.getByRole('listitem').first().textContent()) ?? '';
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.goto('about:blank');
  await page.context().clearCookies();

  const wanted = '/workspace/settings/sessions';
  await enter(page, 'grace', wanted);
  await expect(page).toHaveURL(`${lectern.url}/sign-in/code?next=${encodeURIComponent(wanted)}`);
  await expectSignedOut(page);
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCode);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(lectern.url + wanted);
  await expect(page.getByText('with single sign-on').first()).toBeVisible();
});

const refusals = [
  {
    who: 'eve',
    claims: { email: 'eve@elsewhere.example', email_verified: true },
    says: /domain that may not/,
  },
  { who: 'mallory', claims: { email: owner.email, email_verified: false }, says: /not confirmed at Example/ },
  { who: 'nobody', claims: {}, says: /not told your e-mail address by Example Login/ },
];

for (const { who, claims, says } of refusals) {
  test(`${who} is told plainly why they cannot come in`, async ({ page }) => {
    provider.people.set(who, claims);
    await enter(page, who);
    await expect(page).toHaveURL(/\/sign-in\?refused=/);
    await expect(page.getByText(says)).toBeVisible();
    await expectAccessible(page, `refused: ${who}`);
    await expectSignedOut(page);
  });
}

const lies = [
  { name: 'for another client', claims: { aud: 'somebody-else' } },
  { name: 'for another visit', claims: { nonce: 'made up' } },
  { name: 'of another provider', claims: { iss: 'https://evil.example' } },
  { name: 'that has expired', claims: { exp: 1_700_000_000 } },
];

for (const { name, claims } of lies) {
  test(`an ID token ${name} opens nothing`, async ({ page }) => {
    provider.people.set('grace', { email: 'grace@example.org', email_verified: true, name: 'Grace' });
    provider.lies = claims;
    await enter(page, 'grace');
    await expect(page.getByText('Signing in with Example Login did not work')).toBeVisible();
    await expectSignedOut(page);
  });
}

test('a code that comes back to another browser than the one that began opens nothing', async ({ page }) => {
  provider.people.set('ada', { email: owner.email, email_verified: true, name: 'Ada' });
  await enter(page, 'ada', '/', () => page.context().clearCookies({ name: /^next-auth/ }));
  await expect(page.getByText('Signing in with Example Login did not work')).toBeVisible();
  await expectSignedOut(page);
});

test('a provider that is away is named, and the password still works', async ({ page }) => {
  await provider.close();
  await page.goto(`${lectern.url}/sign-in`);
  await page.getByRole('button', { name: 'Continue with Example Login' }).click();
  await expect(page.getByText('Signing in with Example Login could not begin')).toBeVisible();
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/documents/);
});

/** Through the provider's own pages, as far as they lead. */
async function enter(
  page: Page,
  who: string,
  wanted = '/',
  beforeComingBack = async () => {},
): Promise<void> {
  await page.goto(`${lectern.url}/sign-in?next=${encodeURIComponent(wanted)}`);
  await page.getByRole('button', { name: 'Continue with Example Login' }).click();
  await page.locator('input[name=login]').fill(who);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await beforeComingBack();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function expectSignedOut(page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => name.includes('session-token'))).toEqual([]);
}

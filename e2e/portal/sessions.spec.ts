import type { Page } from '@playwright/test';
import { createUser } from '#lib/testing/accounts.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { freePort } from '../fixtures/lectern.ts';
import { startWeb } from '../fixtures/second-web.ts';
import { callAction } from '../fixtures/server-action.ts';
import { cookieHeader, expect, serverUrl, sessionCookieName, test } from '../fixtures/test.ts';

const signInAction = '(auth)/sign-in/actions.ts#signIn';
const wrong = 'The e-mail address or the password is wrong.';

test.describe('signing in', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('a wrong password and an unknown e-mail address are answered alike', async ({ page, owner }) => {
    for (const email of [owner.email, `nobody-${owner.id}@example.org`]) {
      await page.goto('/sign-in');
      await fillIn(page, { email, password: 'not the password' });
      await expect(page.getByText(wrong)).toBeVisible();
      await expect(page.getByLabel('E-mail address')).toHaveValue(email);
    }
    const answers = await Promise.all([
      callAction(signInAction, [{ email: owner.email, password: 'not the password' }]),
      callAction(signInAction, [{ email: `nobody-${owner.id}@example.org`, password: 'not the password' }]),
    ]);
    expect(answers[0]).toEqual(answers[1]);
  });

  test('leads to where one wanted to go', async ({ page, owner }) => {
    const wanted = `/${owner.workspace.slug}/settings/tokens`;
    await page.goto(`/sign-in?next=${encodeURIComponent(wanted)}`);
    await fillIn(page, owner);
    await expect(page).toHaveURL(wanted);
  });

  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
    test(`never leads to another site: ${next}`, async ({ page, owner }) => {
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await fillIn(page, owner);
      await expect(page).toHaveURL(`/${owner.workspace.slug}/documents`);
    });
  }

  test('too many tries are put off, the right password too, and the message says how long', async ({
    page,
    owner,
  }) => {
    await page.goto('/sign-in');
    for (let attempt = 1; attempt <= 10; attempt++) {
      await fillIn(page, { email: owner.email, password: `guess ${attempt}` });
      // The form is emptied with the answer; only then is it ready for the next try.
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
      await expect(page.getByText(wrong)).toBeVisible();
    }
    await fillIn(page, owner);
    await expect(page.getByText(/^Too many attempts\. Try again in 1\d minutes\.$/)).toBeVisible();
  });

  test('makes a new token, whatever cookie the browser came with', async ({ page, context, owner }) => {
    const planted = { name: sessionCookieName, value: 'planted by somebody else', url: serverUrl() };
    await context.addCookies([planted]);
    await page.goto('/sign-in');
    await fillIn(page, owner);
    await page.waitForURL('**/documents');
    const [cookie] = await sessionCookies(page);
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
    const stolen = await fetch(`${serverUrl()}/api/documents?workspace=${owner.workspace.slug}`, {
      headers: { cookie: `${sessionCookieName}=${planted.value}` },
    });
    expect(stolen.status).toBe(401);
    const stored = await sharedDatabase('SELECT token_hash FROM session WHERE user_id = $1', owner.id);
    expect(JSON.stringify(stored)).not.toContain(cookie?.value);
  });

  test('sets a cookie that no script sees and no other site can make the browser send', async ({
    page,
    owner,
  }) => {
    await page.goto('/sign-in');
    await fillIn(page, owner);
    await page.waitForURL('**/documents');
    const [cookie] = await sessionCookies(page);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false, path: '/' });
    const inDays = (Number(cookie?.expires) - Date.now() / 1000) / 86_400;
    expect(inDays).toBeGreaterThan(29);
    expect(inDays).toBeLessThan(31);
    expect(await page.evaluate(() => document.cookie)).not.toContain('session-token');
  });

  test('keeps the cookie to https when people come by https', async ({ page, owner }) => {
    const web = await startWeb({ port: await freePort(), publicUrl: 'https://lectern.example.org' });
    try {
      await page.goto(`${web.url}/sign-in`);
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await fillIn(page, owner);
      const setCookie = await (await answered).headerValue('set-cookie');
      expect(setCookie).toMatch(/^__Host-next-auth\.session-token=[\w-]{43};/);
      for (const flag of ['Secure', 'HttpOnly', 'SameSite=lax', 'Path=/']) expect(setCookie).toContain(flag);
    } finally {
      await web.stop();
    }
  });
});

test('signing out ends the session on the server, not only the cookie', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await sessionCookies(page)).toEqual([]);
  const replayed = await fetch(`${serverUrl()}/api/documents?workspace=${owner.workspace.slug}`, {
    headers: { cookie: cookieHeader(owner) },
  });
  expect(replayed.status).toBe(401);
});

test('a session that is ended in one browser signs the other out at once', async ({
  page,
  browser,
  owner,
  baseURL,
}) => {
  const elsewhere = await browser.newContext({
    baseURL: String(baseURL),
    storageState: { cookies: [], origins: [] },
  });
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await fillIn(other, owner);
  await other.waitForURL('**/documents');

  await page.goto(`/${owner.workspace.slug}/settings/sessions`);
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: /^End session of/ }).click();
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
  // Nobody touches the other browser.
  await expect(other.getByRole('alertdialog', { name: 'You are signed out' })).toBeVisible({
    timeout: 10_000,
  });
  await other.getByRole('link', { name: 'Sign in' }).click();
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await elsewhere.close();
});

test('one sees and ends only sessions of one’s own', async ({ page, owner }) => {
  const colleague = await createUser({ workspace: owner.workspace });
  await page.goto(`/${owner.workspace.slug}/settings/sessions`);
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
  const [session] = await sharedDatabase('SELECT id FROM session WHERE user_id = $1', colleague.id);
  const answer = await callAction(
    '(portal)/[workspace]/settings/sessions/actions.ts#revokeSession',
    [{ sessionId: session?.id }],
    { cookie: cookieHeader(owner) },
  );
  expect(answer).toMatchObject({ ok: false, error: { kind: 'not_found' } });
});

test('an expired session leads to the sign-in page and back', async ({ page, owner }) => {
  await sharedDatabase(
    "UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1",
    owner.id,
  );
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillIn(page, owner);
  await expect(page).toHaveURL(`/${owner.workspace.slug}/documents`);
});

test('a session that expires while a page is open covers the page, and leads back to what was looked at', async ({
  page,
  owner,
}) => {
  const wanted = `/${owner.workspace.slug}/documents?state=failed`;
  await page.goto(wanted);
  await sharedDatabase(
    "UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1",
    owner.id,
  );
  const told = page.getByRole('alertdialog', { name: 'You are signed out' });
  await expect(told).toBeVisible({ timeout: 10_000 });
  await told.getByRole('link', { name: 'Sign in' }).click();
  await fillIn(page, owner);
  await expect(page).toHaveURL(wanted);
});

async function fillIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function sessionCookies(page: Page) {
  return (await page.context().cookies()).filter(({ name }) => name === sessionCookieName);
}

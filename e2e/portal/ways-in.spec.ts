import type { Page } from '@playwright/test';
import type { TestUser } from '#lib/testing/accounts.ts';
import { codeAt } from '#lib/testing/authenticator-app.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, test } from '../fixtures/test.ts';

// How people prove that it is they, and how they change that.

const newPassword = 'four words of mine';

test('changing the password ends the other sessions and keeps this one', async ({
  page,
  browser,
  owner,
  baseURL,
}) => {
  const elsewhere = await browser.newContext({ baseURL: String(baseURL), storageState: noCookies });
  const other = await elsewhere.newPage();
  await signIn(other, owner);
  await other.waitForURL('**/documents');

  await openSecurity(page, owner);
  await expectAccessible(page, 'security');
  await page.getByLabel('Present password').fill('not this one');
  await page.getByLabel('New password').fill(newPassword);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').fill(owner.password);
  await page.getByLabel('New password').fill('password12');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('This password is easily guessed.')).toBeVisible();
  const before = await cookieOf(page);
  await page.getByLabel('Present password').fill(owner.password);
  await page.getByLabel('New password').fill(newPassword);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password was changed.')).toBeVisible();
  expect(await cookieOf(page)).not.toBe(before);

  // Nobody touches the other browser.
  await expect(other.getByRole('alertdialog', { name: 'You are signed out' })).toBeVisible({
    timeout: 10_000,
  });
  await signIn(other, { ...owner, password: newPassword });
  await other.waitForURL('**/documents');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Security' })).toBeVisible();
  await elsewhere.close();
});

test('an authenticator app is set up, asked for, replaced by a recovery code, and switched off', async ({
  page,
  owner,
}) => {
  test.slow();
  await openSecurity(page, owner);
  await page.getByRole('button', { name: 'Set up the app' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectAccessible(page, 'setting up the app');
  const secret = (await dialog.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await dialog.getByLabel('Code', { exact: true }).fill('000000');
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(dialog.getByText('This is not the code that the app shows now.')).toBeVisible();
  await dialog.getByLabel('Code', { exact: true }).fill(codeAt(secret, new Date()));
  await dialog.getByRole('button', { name: 'Switch on' }).click();

  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await expectAccessible(page, 'recovery codes');
  const [first = ''] = await dialog.getByRole('listitem').allTextContents();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('lectern-recovery-codes.txt');
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Switched on')).toBeVisible();
  await expectAccessible(page, 'security with the app');

  await leave(page);
  const wanted = `/${owner.workspace.slug}/settings/security`;
  await page.goto(`/sign-in?next=${encodeURIComponent(wanted)}`);
  await fillIn(page, owner);
  await expect(page.getByLabel('Code of your authenticator app')).toBeFocused();
  await expectAccessible(page, 'code asked for');
  await page.getByLabel('Code of your authenticator app').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This code does not work.')).toBeVisible();
  // The code of the next half minute: the one of this was used to set the app up.
  await page.getByLabel('Code of your authenticator app').fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(wanted);

  await leave(page);
  await signIn(page, owner);
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill(first);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/documents');

  await openSecurity(page, owner);
  await expect(page.getByText('9 recovery codes are left')).toBeVisible();
  await page.getByRole('button', { name: 'Make new recovery codes' }).click();
  await dialog.getByLabel('Your password or code').fill(owner.password);
  await dialog.getByRole('button', { name: 'Make new codes' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expectAccessible(page, 'switching the app off');
  await dialog.getByLabel('Your password or code').fill('a guess');
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(dialog.getByText('This is neither your password nor a code')).toBeVisible();
  await dialog.getByLabel('Your password or code').fill(owner.password);
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('Switched off')).toBeVisible();
});

test('the second step is nobody’s who has not done the first one', async ({ page, context, owner }) => {
  await context.clearCookies();
  await page.goto(`/sign-in/code?next=${encodeURIComponent(`/${owner.workspace.slug}/documents`)}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('a passkey is added, named, signs in, and opens nothing once it is removed', async ({ page, owner }) => {
  await withVirtualAuthenticator(page);
  await openSecurity(page, owner);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('not used yet')).toBeVisible();
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('The blue key');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByText('The blue key')).toBeVisible();
  await expectAccessible(page, 'passkeys');

  await leave(page);
  const wanted = `/${owner.workspace.slug}/settings/security`;
  await page.goto(`/sign-in?next=${encodeURIComponent(wanted)}`);
  await expectAccessible(page, 'sign-in with passkeys');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(wanted);
  await expect(page.getByText(/last used/)).toBeVisible();
  const rows = await sharedDatabase('SELECT method::text FROM session WHERE user_id = $1', owner.id);
  expect(rows).toContainEqual({ method: 'passkey' });

  await page.getByRole('button', { name: 'Remove The blue key' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible();
  await leave(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('This passkey opens no account here')).toBeVisible();
});

test('a passkey counts for both factors', async ({ page, owner }) => {
  await withVirtualAuthenticator(page);
  await openSecurity(page, owner);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('not used yet')).toBeVisible();
  await page.getByRole('button', { name: 'Set up the app' }).click();
  const dialog = page.getByRole('dialog');
  const secret = (await dialog.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await dialog.getByLabel('Code', { exact: true }).fill(codeAt(secret, new Date()));
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await leave(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/documents');
});

test('the sign-in page offers only what the installation has', async ({ page, context }) => {
  await context.clearCookies();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Continue with/ })).toHaveCount(0);
  for (const name of ['Forgot your password?', 'E-mail me a link']) {
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  }
  for (const path of ['/sign-in/link', '/reset-password']) {
    await page.goto(path);
    await expect(page.getByText('This installation sends no e-mail')).toBeVisible();
  }
});

test('all other sessions end with one press', async ({ page, browser, owner, baseURL }) => {
  const elsewhere = await browser.newContext({ baseURL: String(baseURL), storageState: noCookies });
  const other = await elsewhere.newPage();
  await signIn(other, owner);
  await other.waitForURL('**/documents');
  await page.goto(`/${owner.workspace.slug}/settings/sessions`);
  await expectAccessible(page, 'sessions');
  await expect(page.getByText('with a password').first()).toBeVisible();
  await page.getByRole('button', { name: 'End all other sessions' }).click();
  await page.getByRole('button', { name: 'End them' }).click();
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('This device')).toBeVisible();
  await expect(other.getByRole('alertdialog', { name: 'You are signed out' })).toBeVisible({
    timeout: 10_000,
  });
  await elsewhere.close();
});

const noCookies = { cookies: [], origins: [] };

async function openSecurity(page: Page, { workspace }: TestUser): Promise<void> {
  await page.goto(`/${workspace.slug}/settings/security`);
}

async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await fillIn(page, who);
}

async function fillIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs out without telling the page, which would otherwise go somewhere itself. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

async function cookieOf(page: Page): Promise<string | undefined> {
  return (await page.context().cookies()).find(({ name }) => name.includes('session-token'))?.value;
}

/** A device with a fingerprint reader that always says yes. */
async function withVirtualAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

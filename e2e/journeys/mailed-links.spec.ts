import { expect, type Page, test } from '@playwright/test';
import { linkIn, type MailCatcher } from '#lib/testing/mail-catcher.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { query } from '../fixtures/database.ts';
import type { Lectern } from '../fixtures/lectern.ts';
import { startLecternWithMail } from '../fixtures/lectern-with-mail.ts';

// Ways in by e-mail, on an installation of its own with a real mail server beside it.

const owner = { email: 'ada@example.org', password: 'a long enough password' };
let started: Awaited<ReturnType<typeof startLecternWithMail>> | undefined;
let server: MailCatcher;
let lectern: Lectern;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  started = await startLecternWithMail(owner);
  ({ lectern, server } = started);
});

test.afterAll(() => started?.end());

test('a mailed link signs in, once, and leads to where one wanted to go', async ({ page }) => {
  test.slow();
  const wanted = '/workspace/settings/sessions';
  await page.goto(`${lectern.url}/sign-in?next=${encodeURIComponent(wanted)}`);
  await expectAccessible(page, 'sign-in with e-mail');
  await page.getByRole('link', { name: 'E-mail me a link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in by e-mail');
  await askFor(page, owner.email);
  await expectAccessible(page, 'link sent');
  const link = await linkOfNextMail('/sign-in/link/');

  // Programs that look through mail open every link.
  for (let looks = 0; looks < 3; looks++) expect((await fetch(link)).status).toBe(200);

  await page.goto(link);
  await expect(page.getByText(owner.email)).toBeVisible();
  await expectAccessible(page, 'link opened');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(lectern.url + wanted);
  await expect(page.getByText('with a link by e-mail')).toBeVisible();

  // The page itself would go to sign in.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText('This link works no more')).toBeVisible();
  await expectAccessible(page, 'link used up');
  await page.getByRole('link', { name: 'Ask for a new one' }).click();
  await expect(page).toHaveURL(`${lectern.url}/sign-in/link`);
});

test('nobody learns who has an account: the answer is the same, and no mail is sent', async ({ page }) => {
  const before = server.mails.length;
  for (const path of ['/sign-in/link', '/reset-password']) {
    await page.goto(lectern.url + path);
    await askFor(page, 'nobody@example.org');
  }
  await page.goto(`${lectern.url}/reset-password`);
  await askFor(page, owner.email);
  await linkOfNextMail('/reset-password/');
  // What was sent for the owner came after what would have been sent for nobody.
  expect(server.mails.slice(before).map(({ to }) => Object(to).text)).toEqual([owner.email]);
});

test('a forgotten password is replaced through the mail, and all sessions end', async ({ page, browser }) => {
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, owner.password);

  await page.goto(`${lectern.url}/sign-in`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expectAccessible(page, 'forgotten password');
  await askFor(page, owner.email);
  const link = await linkOfNextMail('/reset-password/');
  await page.goto(link);
  await expectAccessible(page, 'new password');
  await page.getByLabel('New password').fill('password12');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('This password is easily guessed.')).toBeVisible();
  await page.getByLabel('New password').fill('another of my passwords');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your new password is set.')).toBeVisible();

  // Nobody touches the other browser.
  await expect(elsewhere.getByRole('alertdialog', { name: 'You are signed out' })).toBeVisible({
    timeout: 10_000,
  });
  await elsewhere.close();
  await signIn(page, 'another of my passwords');
  await expect.poll(() => server.mails.at(-1)?.subject).toBe('Your password for Lectern was changed');
  await page.goto(link);
  await expect(page.getByText('This link works no more')).toBeVisible();
});

test('after a reset one is told that passkeys still sign in, and by mail which', async ({ page }) => {
  await query(
    String(started?.databaseUrl),
    `INSERT INTO passkey (id, user_id, name, public_key, counter, is_backed_up)
     SELECT 'a-key', id, 'The blue key', '', 0, false FROM "user"`,
  );
  seen = server.mails.length;
  await page.goto(`${lectern.url}/reset-password`);
  await askFor(page, owner.email);
  await page.goto(await linkOfNextMail('/reset-password/'));
  await page.getByLabel('New password').fill('a third of my passwords');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your passkeys still work.')).toBeVisible();
  await expectAccessible(page, 'passkeys after a reset');
  await expect.poll(() => server.mails.at(-1)?.text).toContain('“The blue key”');
});

test('no link and no password is ever written to the log', () => {
  const secrets = server.mails.flatMap(({ text = '' }) => text.match(/[\w-]{43}/g) ?? []);
  expect(secrets.length).toBeGreaterThan(1);
  for (const secret of [...secrets, 'another of my passwords', 'a third of my passwords'])
    expect(lectern.said()).not.toContain(secret);
});

async function askFor(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText(`If ${email} has an account here`)).toBeVisible();
}

let seen = 0;
async function linkOfNextMail(path: string): Promise<string> {
  await expect.poll(() => server.mails.length, { timeout: 30_000 }).toBeGreaterThan(seen);
  const mail = server.mails[seen];
  seen = server.mails.length;
  if (!mail) throw new Error('No message came.');
  return linkIn(mail, path);
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto(`${lectern.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/documents/);
}

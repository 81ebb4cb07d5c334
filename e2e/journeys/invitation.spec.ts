import { expect, type Page, test } from '@playwright/test';
import { linkIn, type MailCatcher } from '#lib/testing/mail-catcher.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import type { Lectern } from '../fixtures/lectern.ts';
import { startLecternWithMail } from '../fixtures/lectern-with-mail.ts';

// A colleague is invited by e-mail, on an installation of its own with a real mail server beside it.

const owner = { email: 'ada@example.org', password: 'a long enough password' };
const guest = { email: 'nora@example.org', password: 'correct horse battery staple' };
let started: Awaited<ReturnType<typeof startLecternWithMail>> | undefined;
let server: MailCatcher;
let lectern: Lectern;

test.beforeAll(async () => {
  started = await startLecternWithMail(owner);
  ({ lectern, server } = started);
});

test.afterAll(() => started?.end());

test('invite, join, work, be lowered while a page is open, be refused, be removed, and come back with the account', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const ada = await pageOfItsOwn();
  const nora = await pageOfItsOwn();

  await test.step('the invitation goes out by e-mail, and a second one ends the first', async () => {
    await signIn(ada, owner);
    await inviteNora('editor');
    const first = await linkOfMail(0);
    const row = ada.getByRole('listitem').filter({ hasText: guest.email });
    await row.getByRole('button', { name: /^Send again/ }).click();
    await expect(ada.getByText(`sent to ${guest.email} again`)).toBeVisible();
    await linkOfMail(1);
    await nora.goto(first);
    await expect(nora.getByRole('heading', { level: 1 })).toHaveText('This invitation cannot be used');
  });

  await test.step('the newcomer makes an account and has a first page read', async () => {
    await nora.goto(await linkOfMail(1));
    await nora.getByLabel('Your name').fill('Nora New');
    await nora.getByLabel('Password', { exact: true }).fill(guest.password);
    await nora.getByRole('button', { name: 'Create account and join' }).click();
    await nora.waitForURL(/\/workspace\/documents$/);
    await nora.getByRole('button', { name: /receipt/i }).click();
    await nora.waitForURL(/\/documents\/[0-9a-z]{26}/);
    await expect(nora.getByText('Read', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step('a lowered role shows on the open page, and the next act is refused', async () => {
    await ada.goto(`${lectern.url}/workspace/settings/members`);
    await ada.getByLabel('Role of Nora New').selectOption('viewer');
    await expect(nora.getByText('is viewer now.')).toBeVisible({ timeout: 10_000 });
    const answer = await nora.request.post(`${lectern.url}/api/uploads?workspace=workspace&name=x.png`, {
      headers: { origin: lectern.url },
      data: 'not a picture',
    });
    expect(answer.status()).toBe(403);
  });

  await test.step('who is removed is told so, and comes back with the account they have', async () => {
    await ada.getByRole('button', { name: 'Remove Nora New' }).click();
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    const told = nora.getByRole('alertdialog', { name: /^You have no access to/ });
    await expect(told).toBeVisible({ timeout: 10_000 });
    await told.getByRole('link').click();
    await expect(nora.getByRole('heading', { level: 1 })).toHaveText('You are in no workspace');
    await nora.context().clearCookies();
    await inviteNora('admin');
    await nora.goto(await linkOfMail(2));
    await expectAccessible(nora, 'a mailed invitation');
    await nora.getByRole('link', { name: 'Sign in and accept' }).click();
    await fillSignIn(nora, guest);
    await nora.getByRole('button', { name: 'Accept the invitation' }).click();
    await nora.waitForURL(/\/workspace\/documents$/);
    await nora.goto(`${lectern.url}/workspace/settings/members`);
    await expect(nora.getByLabel('Role of Nora New')).toHaveValue('admin');
  });

  await test.step('no link was ever written to the log', () => {
    const tokens = server.mails.flatMap(({ text = '' }) => text.match(/[\w-]{43}$/gm) ?? []);
    expect(tokens).toHaveLength(3);
    for (const token of tokens) expect(lectern.said()).not.toContain(token);
  });

  async function pageOfItsOwn(): Promise<Page> {
    return (await browser.newContext()).newPage();
  }

  async function inviteNora(role: string): Promise<void> {
    await ada.goto(`${lectern.url}/workspace/settings/members`);
    await ada.getByLabel('E-mail address to invite').fill(guest.email);
    await ada.getByLabel('Role', { exact: true }).selectOption(role);
    await ada.getByRole('button', { name: 'Send invitation' }).click();
    await expect(ada.getByText(`An invitation is on its way to ${guest.email}.`)).toBeVisible();
  }
});

async function linkOfMail(index: number): Promise<string> {
  await expect.poll(() => server.mails.length, { timeout: 30_000 }).toBeGreaterThan(index);
  const mail = server.mails[index];
  if (!mail) throw new Error('No message came.');
  expect(Object(mail.to).text).toBe(guest.email);
  return linkIn(mail, '/invite/');
}

async function signIn(page: Page, person: typeof owner): Promise<void> {
  await page.goto(`${lectern.url}/sign-in`);
  await fillSignIn(page, person);
  await page.waitForURL(/\/documents/);
}

async function fillSignIn(page: Page, { email, password }: typeof owner): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

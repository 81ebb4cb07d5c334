import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { pageRows } from '../fixtures/page-rows.ts';
import { routeRows } from '../fixtures/route-rows.ts';
import { cookieHeader, expect, serverUrl, storageStateOf, test } from '../fixtures/test.ts';
import { makeVictim, type Victim } from '../fixtures/victim.ts';

// What is for who looks after the installation alone.

test.describe.configure({ mode: 'default' });

let keeper: TestUser;
let victim: Victim;

test.beforeAll(async () => {
  keeper = await createUser();
  await sharedDatabase('UPDATE "user" SET is_instance_owner = true WHERE id = $1', keeper.id);
  victim = await makeVictim();
});

const paths = () => [
  ...Object.values(pageRows).flatMap(({ kind, path }) => (kind === 'instance' ? [path(victim)] : [])),
  ...Object.values(routeRows).flatMap(({ who, path }) => (who === 'instance' ? [path(victim)] : [])),
];

test('nobody else finds the pages and files of the installation, an owner of a workspace neither', async () => {
  expect(paths()).toHaveLength(3);
  for (const path of paths()) {
    for (const who of [victim.owner, victim.viewer]) {
      const answer = await open(path, { cookie: cookieHeader(who) });
      expect.soft(answer.status, path).toBe(404);
      expect.soft(await answer.text(), path).not.toContain(keeper.email);
    }
    const withToken = await open(path, { authorization: `Bearer ${victim.apiToken}` });
    expect.soft([307, 401], path).toContain(withToken.status);
    expect.soft((await open(path, { cookie: cookieHeader(keeper) })).status, path).toBe(200);
  }
});

test('who looks after the installation sees people, workspaces, the queue and its health', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: storageStateOf(keeper) });
  const page = await context.newPage();
  await page.goto(`${serverUrl()}/${keeper.workspace.slug}/documents`);
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'This installation' }).click();
  await expect(page.getByRole('heading', { name: 'This installation' })).toBeVisible();
  const health = page.getByRole('region', { name: 'Health' });
  await expect(health.getByText('Answers')).toBeVisible();
  await expect(health.getByText('At work', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(victim.owner.email) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(victim.slug) })).toBeVisible();
  // What workspaces hold is none of their business.
  await expect(page.getByText(victim.documentName)).toHaveCount(0);
  // Everybody that all specs have made stands here, in rows that are alike: axe would look at hundreds for minutes.
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 11)')) row.remove();
  });
  await expectAccessible(page, 'installation');
  await context.close();
});

test('a quota is set by keyboard, recorded, and told to those whose work it ends', async ({ browser }) => {
  const context = await browser.newContext({ storageState: storageStateOf(keeper) });
  const page = await context.newPage();
  const member = await createUser();
  const { name, slug } = member.workspace;
  await page.goto(`${serverUrl()}/instance`);
  await page.getByRole('button', { name: `Any number pages a month for ${name}: change` }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Pages a month for ${name}` });
  await dialog.getByLabel('Pages a month').fill('many');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Enter a whole number of pages')).toBeVisible();
  await expectAccessible(page, 'quota dialog');
  await dialog.getByLabel('Pages a month').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `0 pages a month for ${name}: change` })).toBeVisible();

  await page.getByRole('link', { name: 'Audit trail' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'set the monthly page quota of' }).first(),
  ).toContainText(name);
  await expectAccessible(page, 'audit trail of the installation');
  await context.close();

  const theirs = await browser.newContext({ storageState: storageStateOf(member) });
  const desk = await theirs.newPage();
  await desk.goto(`${serverUrl()}/${slug}/documents`);
  await expect(desk.getByText('All pages of this month are taken')).toBeVisible();
  const upload = await desk.request.post(`${serverUrl()}/api/uploads?workspace=${slug}&name=x.png`, {
    headers: { origin: serverUrl() },
    data: 'any',
  });
  expect(upload.status()).toBe(402);
  expect(await upload.text()).toContain('This workspace may have 0 pages a month read.');
  await theirs.close();
});

test('somebody who has lost password and app gets a link, chooses a new password, and is back', async ({
  browser,
}) => {
  const lost = await createUser();
  await withAuthenticatorApp(lost);
  const context = await browser.newContext({ storageState: storageStateOf(keeper) });
  const page = await context.newPage();
  await page.goto(`${serverUrl()}/instance`);
  await page.getByRole('button', { name: `Help ${lost.name} back in` }).click();
  const dialog = page.getByRole('dialog', { name: `Help ${lost.name} back in` });
  await expectAccessible(page, 'help back in');
  await dialog.getByRole('checkbox', { name: /lost their authenticator app/ }).check();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText(`Pass this link on to ${lost.email}`)).toBeVisible();
  await expectAccessible(page, 'a link to pass on');
  const link = (await dialog.locator('code').textContent()) ?? '';
  await context.close();

  const theirs = await browser.newContext();
  const desk = await theirs.newPage();
  await desk.goto(link);
  await desk.getByLabel('New password').fill('four words of mine');
  await desk.getByRole('button', { name: 'Set the password' }).click();
  await expect(desk).toHaveURL(/\/sign-in\?done=password/);
  await desk.getByLabel('E-mail').fill(lost.email);
  await desk.getByLabel('Password', { exact: true }).fill('four words of mine');
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(desk).toHaveURL(new RegExp(`/${lost.workspace.slug}/documents`));
  await desk.goto(link);
  await expect(desk.getByText(/works no more|used already|too old/).first()).toBeVisible();
  await theirs.close();
});

function open(path: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${serverUrl()}${path}`, { headers, redirect: 'manual' });
}

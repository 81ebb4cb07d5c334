import { readFile } from 'node:fs/promises';
import { createUser } from '#lib/testing/accounts.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { makeReport } from '../fixtures/documents.ts';
import { expectAllPages, uploadAndOpen } from '../fixtures/portal-page.ts';
import { expect, storageStateOf, test } from '../fixtures/test.ts';

// What was done, and how much of it was read: the pages for owners and admins.

test('the audit trail tells what was done, leads to it, and narrows by what is chosen', async ({
  page,
  owner,
}) => {
  test.slow();
  const { slug } = owner.workspace;
  const audit = `/${slug}/settings/audit`;
  await page.goto(`/${slug}/documents`);
  const path = await uploadAndOpen(page, await makeReport(2));
  await expectAllPages(page, 2, 'succeeded');
  await page.goto(`/${slug}/settings`);
  await page.getByRole('link', { name: 'Audit trail' }).click();
  await page.waitForURL(`**${audit}`);
  const acts = page.locator('main ol > li');
  const begun = acts.filter({ hasText: /had .* read/ });
  await expect(begun).toContainText(owner.name);
  await expect(begun.getByRole('link').last()).toHaveAttribute('href', path);
  await expectAccessible(page, 'audit trail');

  await page.getByLabel('About').selectOption({ label: 'Readings' });
  await page.getByLabel('Done to').fill('REPORT');
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await page.waitForURL(/about=job/);
  await expect(acts).toHaveCount(1);

  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const csv = await readFile(await (await file).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  expect(csv).toContain('"job.started"');

  await page.getByLabel('Done to').fill('no such thing');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was done that fits' })).toBeVisible();
  await expectAccessible(page, 'nothing in the audit trail');
  await page.getByRole('link', { name: 'Show all' }).click();
  await page.waitForURL((url) => url.pathname === audit && url.search === '');
});

test('what went to the trash is still named, and leads nowhere any more', async ({ page, owner }) => {
  const { slug } = owner.workspace;
  await page.goto(`/${slug}/documents`);
  const path = await uploadAndOpen(page, await makeReport(2));
  await page.goto(`/${slug}/settings/audit`);
  const begun = page.locator('main ol > li').filter({ hasText: /had .* read/ });
  await expect(begun.getByRole('link').last()).toHaveAttribute('href', path);
  await page.goto(path);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await page.waitForURL(`**/${slug}/documents`);
  await page.goto(`/${slug}/settings/audit`);
  await expect(page.locator('main ol > li').filter({ hasText: /moved .* to the trash/ })).toBeVisible();
  await expect(begun).toContainText('report');
  await expect(begun.getByRole('link', { name: /report/i })).toHaveCount(0);
});

test('usage tells the pages of each day and person, as chart, table and file', async ({ page, owner }) => {
  test.slow();
  const usage = `/${owner.workspace.slug}/settings/usage`;
  await page.goto(usage);
  await expect(page.getByText('Appears when a page is read.').first()).toBeVisible();
  await expectAccessible(page, 'no usage');
  await page.goto(`/${owner.workspace.slug}/documents`);
  await uploadAndOpen(page, await makeReport(2));
  await expectAllPages(page, 2, 'succeeded');
  await page.goto(usage);
  await expect(page.locator('dl > div', { hasText: 'Pages read' })).toContainText('2');
  await expect(page.getByRole('row', { name: `${owner.name} Person 2 0` })).toBeVisible();
  await expectAccessible(page, 'usage');
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All figures as CSV' }).click();
  const csv = await readFile(await (await file).path(), 'utf8');
  expect(csv).toContain(`,person,${owner.id},"${owner.name}",2,0`);
  await page.getByRole('link', { name: 'Year' }).click();
  await expect(page.getByRole('heading', { name: 'Pages per month' })).toBeVisible();
});

test('an editor is told who sees them', async ({ browser, owner }) => {
  const editor = await createUser({ role: 'editor', workspace: owner.workspace });
  const context = await browser.newContext({ storageState: storageStateOf(editor) });
  const page = await context.newPage();
  for (const [place, words] of [
    ['audit', 'Only owners and admins see the audit trail'],
    ['usage', 'Only owners and admins see the usage'],
  ]) {
    await page.goto(`/${owner.workspace.slug}/settings/${place}`);
    await expect(page.getByText(words ?? '')).toBeVisible();
    await expectAccessible(page, `${place}, forbidden`);
  }
  await context.close();
});

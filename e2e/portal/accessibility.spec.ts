import type { Page } from '@playwright/test';
import { createUser } from '#lib/testing/accounts.ts';
import { makeEncryptedPdf } from '#lib/testing/hostile-files.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { makeReceipt, makeReport, reportText } from '../fixtures/documents.ts';
import {
  expectAllPages,
  expectText,
  pageButtons,
  testFile,
  uploadAndOpen,
  uploadRow,
} from '../fixtures/portal-page.ts';
import { expect, replicateClient, serverUrl, storageStateOf, test } from '../fixtures/test.ts';

test.describe('axe finds nothing on', () => {
  test('the sign-in page, at rest and with problems', async ({ page }) => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await expectAccessible(page, 'sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('Enter your password.')).toBeVisible();
    await expectAccessible(page, 'sign-in with empty fields');
    await page.getByLabel('E-mail address').fill('nobody@example.org');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('The e-mail address or the password is wrong.')).toBeVisible();
    await expectAccessible(page, 'sign-in refused');
  });

  test('the list of documents: empty, uploading, full', async ({ page, owner }) => {
    await page.goto(`/${owner.workspace.slug}/documents`);
    await expectAccessible(page, 'no documents');
    const files = [
      await makeReceipt(),
      testFile('secret.pdf', 'application/pdf', makeEncryptedPdf()),
      testFile('note.png', 'image/png', Buffer.from('a note')),
    ];
    await page.getByTestId('file-picker').setInputFiles(files);
    await expect(uploadRow(page, 'receipt.png')).toContainText('Uploaded.');
    await expect(uploadRow(page, 'note.png')).toContainText('not an image');
    await page.getByTestId('file-picker').setInputFiles(await makeReceipt('again.png'));
    await expect(uploadRow(page, 'again.png')).toContainText('Already here');
    await expectAccessible(page, 'uploads');
    await page.getByRole('button', { name: 'Close the uploads' }).click();
    await expect(page.getByRole('main').getByText('Locked')).toBeVisible();
    await expectAccessible(page, 'documents');
    await page.getByRole('button', { name: /^Your account/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'menu of the account');
  });

  test('a document: while it is read, read, and moved to the trash', async ({ page, owner }) => {
    await page.goto(`/${owner.workspace.slug}/documents`);
    await page.route('**/api/documents/*/pages/*/image*', (route) => route.abort());
    await uploadAndOpen(page, await makeReport(4));
    await expect(pageButtons(page)).toHaveCount(4);
    await page.getByRole('button', { name: 'Close the uploads' }).click();
    await expectAccessible(page, 'being read');
    await expectAllPages(page, 4, 'succeeded');
    await expectText(page, reportText(1, 4));
    await expectAccessible(page, 'read, without its picture');
    await page.unroute('**/api/documents/*/pages/*/image*');
    await page.reload();
    await expect(page.getByRole('img', { name: 'Scan of page 1' })).toBeVisible();
    await expectAccessible(page, 'read');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('button', { name: 'Picture' }).click();
    await expectAccessible(page, 'read, the picture chosen');

    await page.getByRole('button', { name: /^More to do with/ }).click();
    await page.getByRole('menuitem', { name: 'Move to trash' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectAccessible(page, 'moved to the trash');
  });

  test('a document that failed, was canceled, is unreadable or missing', async ({ page, owner }) => {
    const list = `/${owner.workspace.slug}/documents`;
    await page.goto(list);
    const path = await uploadAndOpen(page, await makeReport(2));
    await expectAllPages(page, 2, 'succeeded');
    await spoilPages(String(path.split('/').at(-1)));
    await page.goto(`${path}?page=1`);
    await expect(page.getByText('the paper was eaten')).toBeVisible();
    await expectAccessible(page, 'failed');
    await page.goto(`${path}?page=2`);
    await expect(page.getByText('Reading was canceled before this page')).toBeVisible();
    await expectAccessible(page, 'canceled');

    await page.goto(list);
    await uploadAndOpen(page, testFile('secret.pdf', 'application/pdf', makeEncryptedPdf()));
    await expect(page.getByText(/protected with a password/)).toBeVisible();
    await expectAccessible(page, 'locked');
    await page.goto(`${list}/${'0'.repeat(26)}`);
    await expect(page.getByText('There is no such document')).toBeVisible();
    await expectAccessible(page, 'missing');
  });

  test('settings, the API page and a prediction', async ({ page, owner, apiToken }) => {
    const home = `/${owner.workspace.slug}`;
    await page.goto(`${home}/settings/sessions`);
    await expect(page.getByText('This device')).toBeVisible();
    await expectAccessible(page, 'sessions');
    await page.goto(`${home}/settings/tokens`);
    await page.getByLabel('Name of a new token').fill('Invoice import');
    await page.getByRole('button', { name: 'Create token' }).click();
    await expect(page.getByText('It is shown only this once')).toBeVisible();
    await expectAccessible(page, 'tokens');
    await page.goto(`${home}/api`);
    await expectAccessible(page, 'API');
    const replicate = replicateClient(apiToken);
    const failing = { model: 'lectern/sleep', input: { fail: 'the lamp went out' } };
    const { id } = await replicate.predictions.create({ ...failing, wait: true });
    await page.goto(`/p/${id}`);
    await expect(page.getByText('the lamp went out')).toBeVisible();
    await expectAccessible(page, 'prediction');
    await page.goto('/no-such-place/documents');
    await expectAccessible(page, 'nowhere');
  });

  test('what a member sees who may only read', async ({ page, owner }) => {
    const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
    await page.context().clearCookies();
    await page.context().addCookies(storageStateOf(viewer).cookies);
    await page.goto(`/${owner.workspace.slug}/documents`);
    await expect(page.getByText('Your role in this workspace is to read.')).toBeVisible();
    await expectAccessible(page, 'empty list of a reader');
    await page.goto(`/${owner.workspace.slug}/settings/tokens`);
    await expect(page.getByText('Only owners and admins manage API tokens')).toBeVisible();
    await expectAccessible(page, 'tokens of a reader');
  });
});

test('everything can be done with the keyboard alone: sign in, upload, walk through pages, copy', async ({
  page,
  context,
  owner,
}) => {
  await context.clearCookies();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: serverUrl() });
  await page.goto('/sign-in');
  await tabTo(page, 'E-mail address');
  await page.keyboard.type(owner.email);
  await tabTo(page, 'Password');
  await page.keyboard.type(owner.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/documents');

  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Choose files');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(await makeReport(3));
  await expect(uploadRow(page, 'report.pdf')).toContainText('Uploaded.');
  await tabTo(page, 'Open it: report.pdf');
  await page.keyboard.press('Enter');
  await expect(pageButtons(page)).toHaveCount(3);
  await expectAllPages(page, 3, 'succeeded');

  await tabTo(page, 'Page 1: Read');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/page=2/);
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/page=3/);
  await expect(page.getByRole('button', { name: 'Page 3: Read' })).toBeFocused();
  await expectText(page, reportText(3, 3));
  await tabTo(page, 'Copy');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(reportText(3, 3));

  await page.keyboard.press('Home');
  await page.reload();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

/** Presses Tab until what is focused has this accessible name, and checks that people can see where they are. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .or(page.getByLabel(name, { exact: true }));
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const isThere = await wanted.evaluateAll((elements) =>
      elements.some((element) => element === document.activeElement),
    );
    if (!isThere) continue;
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return `${style.outlineStyle} ${style.boxShadow}`;
    });
    expect(outline, `focus on ${name}`).not.toBe('none none');
    return;
  }
  throw new Error(`Tab never came to “${name}”.`);
}

/** As if page 1 had failed and page 2 had been canceled. */
async function spoilPages(documentId: string): Promise<void> {
  for (const [page, status, error] of [
    [1, 'failed', 'the paper was eaten'],
    [2, 'canceled', null],
  ]) {
    const sql = `UPDATE job_page SET status = $3::job_page_status, error = $4 FROM job
      WHERE job.id = job_id AND document_id = $1 AND page_number = $2`;
    await sharedDatabase(sql, documentId, page, status, error);
  }
  await sharedDatabase("UPDATE job SET status = 'partially_failed' WHERE document_id = $1", documentId);
}

import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/axe.ts';
import { makeReceipt, makeReceiptOf } from '../fixtures/documents.ts';
import { uploadAndOpen } from '../fixtures/portal-page.ts';
import { expect, test } from '../fixtures/test.ts';

// Tags, folders, the trash, views and what is done to many documents at once.

const rows = (page: Page) => page.getByRole('main').getByRole('checkbox', { name: /^Choose receipt/ });

async function uploadReceipts(page: Page, count: number, list: string): Promise<void> {
  await page.goto(list);
  for (let number = 1; number <= count; number++) {
    const { file } = await makeReceiptOf(`Customer ${number}`);
    await uploadAndOpen(page, { ...file, name: `receipt ${number}.png` });
  }
  await page.goto(list);
  await expect(rows(page)).toHaveCount(count);
}

test('documents are tagged, filed and found again by the address of their view', async ({ page, owner }) => {
  const list = `/${owner.workspace.slug}/documents`;
  await uploadReceipts(page, 2, list);
  await rows(page).first().check();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByLabel('New tag').fill('Invoice');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Invoice' })).toBeChecked();
  await expectAccessible(page, 'tags are being chosen');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveText('Invoice');

  await page.getByLabel('Tag', { exact: true }).selectOption('Invoice');
  await expect(page).toHaveURL(/\?tag=/);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('1 document', { exact: true })).toBeVisible();
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expectAccessible(page, 'a view of the documents');

  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name of the folder').fill('2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '2026' })).toBeVisible();
  await rows(page).first().check();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '2026' }).click();
  await page.getByRole('link', { name: 'No filters' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: '2026' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('navigation', { name: 'Folders up to here' })).toContainText('2026');
  await page.getByLabel('Reading').selectOption('Being read');
  await expect(page.getByText('No documents match')).toBeVisible();
});

test('a new folder shows on pages that are open elsewhere', async ({ page, owner, context }) => {
  const list = `/${owner.workspace.slug}/documents`;
  await uploadReceipts(page, 1, list);
  const elsewhere = await context.newPage();
  await elsewhere.goto(list);
  await expect(rows(elsewhere)).toHaveCount(1);
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name of the folder').fill('Letters');
  await page.keyboard.press('Enter');
  await expect(elsewhere.getByRole('link', { name: 'Letters' })).toBeVisible();
  await elsewhere.close();
});

test('what goes to the trash can be undone, restored, and deleted for good', async ({ page, owner }) => {
  const list = `/${owner.workspace.slug}/documents`;
  await uploadReceipts(page, 3, list);
  await rows(page).first().focus();
  await page.keyboard.press('Space');
  await rows(page)
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 chosen')).toBeVisible();
  await expectAccessible(page, 'documents are chosen');
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(3);

  await rows(page).first().check();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Trash' }).click();
  const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: 'receipt' });
  await expect(entry).toHaveCount(1);
  await expectAccessible(page, 'the trash');
  await page.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await page.goto(list);
  await rows(page).first().check();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: /^Delete for good/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await page.goto(list);
  await expect(rows(page)).toHaveCount(2);
});

test('a document that goes to the trash says so where it is open, and comes back there', async ({
  page,
  context,
  owner,
}) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  const path = await uploadAndOpen(page, await makeReceipt());
  const other = await context.newPage();
  await other.goto(`/${owner.workspace.slug}/documents`);
  await rows(other).first().check();
  await other.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByRole('heading', { name: 'This document is in the trash' })).toBeVisible();
  await page.goto(`${path}/review`);
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('heading', { name: 'This document is in the trash' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /receipt/ })).toBeVisible();
  await expect(page).toHaveURL(path);
});

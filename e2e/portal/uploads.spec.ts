import { createUser } from '#lib/testing/accounts.ts';
import { makeReceiptOf, makeReport } from '../fixtures/documents.ts';
import { dropFiles, expectText, uploadRow } from '../fixtures/portal-page.ts';
import { expect, storageStateOf, test } from '../fixtures/test.ts';

test.beforeEach(({ page, owner }) => page.goto(`/${owner.workspace.slug}/documents`));

test('many files dropped at once each become a document of their own', async ({ page }) => {
  const customers = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'];
  const receipts = await Promise.all(customers.map(makeReceiptOf));
  await dropFiles(
    page,
    receipts.map(({ file }) => file),
  );
  for (const { file } of receipts) await expect(uploadRow(page, file.name)).toContainText('Uploaded.');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(customers.length);
  await expect(rows.filter({ hasText: /Read$/ })).toHaveCount(customers.length);
  for (const { file, text } of receipts) {
    await page.getByRole('link', { name: file.name, exact: true }).click();
    await expectText(page, text);
    await page.goBack();
  }
});

test('the same bytes again are called a duplicate, whatever their name, and can be read again', async ({
  page,
}) => {
  const { file } = await makeReceiptOf('Ada');
  const picker = page.getByTestId('file-picker');
  await picker.setInputFiles(file);
  await expect(uploadRow(page, file.name)).toContainText('Uploaded.');
  await picker.setInputFiles({ ...file, name: 'another name.png' });
  const row = uploadRow(page, 'another name.png');
  await expect(row).toContainText(`Already here as “${file.name}”`);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('listitem').getByText('Read', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Read it again' }).click();
  await expect(row).toContainText('Uploaded.');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
});

test('a picture pasted from the clipboard is read', async ({ page }) => {
  const { file, text } = await makeReceiptOf('Ada');
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, file.buffer.toString('base64'));
  await uploadRow(page, 'Pasted picture').getByRole('link', { name: /^Open/ }).click();
  await expectText(page, text);
});

test('a sample can be tried without any file at hand', async ({ page }) => {
  await page.getByRole('button', { name: 'A receipt' }).click();
  await expect(page.getByTestId('page-text')).toContainText(/total/i);
});

test('a member who may only read is told so instead of being offered an upload', async ({
  page,
  context,
  owner,
}) => {
  const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
  await context.clearCookies();
  await context.addCookies(storageStateOf(viewer).cookies);
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No documents yet');
  await expect(page.getByRole('button', { name: 'Choose files' })).toHaveCount(0);
  await dropFiles(page, [await makeReport(1)]);
  await expect(page.getByText(/^Your role in this workspace is to read\. Ask/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Uploads' })).toHaveCount(0);
});

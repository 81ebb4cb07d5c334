import { makePageImage } from '#lib/testing/image-factory.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expectText, testFile, uploadAndOpen } from '../fixtures/portal-page.ts';
import { expect, test } from '../fixtures/test.ts';

const lines = ['Sehr geehrte Frau Müller,', 'wir können die Bücher liefern.'];

test('a document is read in the language that was chosen, which this browser remembers', async ({
  page,
  owner,
}) => {
  const list = `/${owner.workspace.slug}/documents`;
  await page.goto(list);
  await expect(page.getByLabel('Language of the text')).toHaveValue('en');
  await page.getByLabel('Language of the text').selectOption('de');
  const picture = await makePageImage(lines, {
    dpi: 200,
    fontSize: 14,
    pageSize: { width: 300, height: 110 },
  });
  await uploadAndOpen(page, testFile('Brief.png', 'image/png', picture));
  await expectText(page, lines.join('\n'));
  await expect(page.getByText('Read as German')).toBeVisible();
  await page.goto(list);
  await expect(page.getByLabel('Language of the text')).toHaveValue('de');
});

test('a document that was read in the wrong language can be read again in another', async ({
  page,
  owner,
}) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  const picture = await makePageImage(lines, {
    dpi: 200,
    fontSize: 14,
    pageSize: { width: 300, height: 110 },
  });
  await uploadAndOpen(page, testFile('letter.png', 'image/png', picture));
  await expect(page.getByText('Read as English')).toBeVisible();
  await expect(page.getByTestId('page-text')).toContainText('wir konnen');
  await page.getByRole('button', { name: 'More to do with letter.png' }).click();
  await page.getByRole('menuitem', { name: 'Read all pages again' }).click();
  const dialog = page.getByRole('alertdialog');
  await expectAccessible(page, 'reading again');
  await dialog.getByLabel('Language of the text').selectOption('de');
  await dialog.getByRole('button', { name: 'Keep as it is' }).click();
  await page.getByRole('button', { name: 'More to do with letter.png' }).click();
  await page.getByRole('menuitem', { name: 'Read all pages again' }).click();
  await expect(dialog.getByLabel('Language of the text')).toHaveValue('en');
  await dialog.getByLabel('Language of the text').selectOption('de');
  await dialog.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('Read as German')).toBeVisible();
  await expectText(page, lines.join('\n'));
});

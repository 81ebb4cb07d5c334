import type { Locator, Page } from '@playwright/test';
import type { TestUser } from '#lib/testing/accounts.ts';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { makeReport } from '../fixtures/documents.ts';
import { expectAllPages, testFile, uploadAndOpen } from '../fixtures/portal-page.ts';
import { expect, test } from '../fixtures/test.ts';

const note = ['Corner Grocery', 'Bread and butter 2.40', 'Total 10.35'];

async function openReview(page: Page, { workspace }: TestUser): Promise<string> {
  await page.goto(`/${workspace.slug}/documents`);
  const picture = await makePageImage(note, { dpi: 150, fontSize: 18, margin: 60 });
  const path = await uploadAndOpen(page, testFile('note.png', 'image/png', picture));
  await expect(page.getByTestId('page-text')).toBeVisible({ timeout: 60_000 });
  await page.goto(`${path}/review`);
  await expectTexts(page, note);
  return path;
}

function lines(page: Page): Locator {
  return page.getByTestId('review-lines').getByRole('listitem');
}

async function expectTexts(page: Page, wanted: readonly string[]): Promise<void> {
  await expect
    .poll(
      () =>
        lines(page).evaluateAll((items) =>
          items.map(
            (item) => item.querySelector('textarea')?.value ?? item.querySelector('p')?.textContent ?? '',
          ),
        ),
      { timeout: 60_000 },
    )
    .toEqual(wanted);
}

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'More to do with this page' }).click();
  await page.getByRole('menuitem', { name: label }).click();
}

/** Draws a box around what a word of the text covers on the picture, with some air. */
async function drawBox(page: Page, from: Locator, to: Locator): Promise<void> {
  const [first, last] = [await from.boundingBox(), await to.boundingBox()];
  if (!first || !last) throw new Error('The words are not on the picture.');
  await page.getByRole('button', { name: /box/i }).click();
  await page.mouse.move(first.x - 8, first.y - 6);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 4 });
  await page.mouse.move(last.x + last.width + 8, last.y + last.height + 6, { steps: 4 });
  await page.mouse.up();
}

function word(page: Page, text: string): Locator {
  return page.getByTestId('word-layer').locator('text').filter({ hasText: text });
}

test('a box on the picture is read again, in its place, and the text is saved with its words', async ({
  page,
  owner,
}) => {
  await openReview(page, owner);
  await lines(page).nth(1).locator('p').click();
  const [bread, price] = [word(page, 'Bread'), word(page, '2.40')];
  await drawBox(page, bread, price);
  await expect(page.getByText('1 line read on page 1.')).toBeVisible({ timeout: 60_000 });
  // What lay in the box gives way to what was read there.
  await expectTexts(page, note);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expectTexts(page, note);
  await expect(word(page, 'butter')).toBeAttached();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByText('Bread and butter 2.40').first()).toBeVisible();
});

test('a box without text offers a line to type in', async ({ page, owner }) => {
  await openReview(page, owner);
  // The keyboard begins with a box in the middle of what is seen, which is empty paper here.
  await page.getByRole('button', { name: /box/i }).click();
  await expect(page.getByRole('region', { name: 'Picture of page 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No text was found in the box.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Type it' }).click();
  await expect(page.locator('textarea:focus')).toBeVisible();
  await page.keyboard.type('Thank you');
  await expectTexts(page, [...note, 'Thank you']);
});

test('a page that is read again in another language keeps its corrections and offers the newer reading', async ({
  page,
  owner,
}) => {
  await openReview(page, owner);
  await lines(page).nth(0).locator('p').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Ltd');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await choose(page, 'Read this page again');
  await page.getByLabel('Language of the text').selectOption('de');
  await expectAccessible(page, 'the question in which language to read');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('This page was read again')).toBeVisible({ timeout: 60_000 });
  await expectTexts(page, ['Corner Grocery Ltd', ...note.slice(1)]);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the newer reading' }).click();
  await expectTexts(page, note);
});

test('an ALTO file of our own comes back by import, after a look at what it changes', async ({
  page,
  owner,
}) => {
  const path = await openReview(page, owner);
  const exported = await page.request.get(`/api${path.replace(/^\/[^/]+/, '')}/export?format=alto`);
  const alto = (await exported.text()).replace('CONTENT="Grocery"', 'CONTENT="Bakery"');
  await choose(page, 'Import hOCR or ALTO');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^File/).setInputFiles(testFile('bad.xml', 'text/xml', Buffer.from('<note/>')));
  await expect(dialog.getByText('The file is neither hOCR nor ALTO.')).toBeVisible();
  await dialog.getByLabel(/^File/).setInputFiles(testFile('note.xml', 'text/xml', Buffer.from(alto)));
  await expect(dialog.locator('ins')).toHaveText('Bakery');
  await expectAccessible(page, 'the preview of an import');
  await dialog.getByRole('button', { name: 'Replace the text of 1 page' }).click();
  await expectTexts(page, ['Corner Bakery', ...note.slice(1)]);
  await expect(word(page, 'Bakery')).toBeAttached();
});

test('a file with another number of pages than the document is refused with both numbers', async ({
  page,
  owner,
}) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  await uploadAndOpen(page, await makeReport(2));
  await expectAllPages(page, 2, 'succeeded');
  await page.getByRole('button', { name: /^More to do with/ }).click();
  await page.getByRole('menuitem', { name: 'Import hOCR or ALTO' }).click();
  const alto = '<alto><Page WIDTH="1" HEIGHT="1"/></alto>';
  await page.getByLabel(/^File/).setInputFiles(testFile('one.xml', 'text/xml', Buffer.from(alto)));
  await expect(page.getByText('The file has 1 page and this document has 2 pages.')).toBeVisible();
});

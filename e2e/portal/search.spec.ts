import { expectAccessible } from '../fixtures/axe.ts';
import { makeReport, reportText } from '../fixtures/documents.ts';
import { expectAllPages, expectText, uploadAndOpen } from '../fixtures/portal-page.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

test('a word is proposed, found on each page that has it, and seen on the picture', async ({
  page,
  owner,
}) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  const { name } = await makeReport(2);
  await uploadAndOpen(page, await makeReport(2));
  await expectAllPages(page, 2, 'succeeded');

  await page.locator('main').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('chapt');
  await page.getByRole('option', { name: 'chapter' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=chapter/);
  const hits = page.getByRole('main').locator('ol > li');
  await expect(hits).toHaveCount(2);
  await expect(page.getByText('2 pages', { exact: true })).toBeVisible();
  await expect(hits.first().locator('mark')).toHaveText('Chapter');
  const outcome = page.getByRole('heading', { name: '2 pages' });
  await expect(outcome).toBeFocused();
  await expectAccessible(page, 'pages found');

  const openFirst = async () => {
    await page.getByRole('link', { name }).first().click();
    await expect(page.getByText('“chapter”: 1 of 1 on this page')).toBeVisible();
  };
  await openFirst();
  await page.goBack();
  await expect(hits).toHaveCount(2);
  // Who comes back is not taken away from where they were.
  await expect(outcome).not.toBeFocused();
  await openFirst();
  await expect(page.locator('[data-highlight=hit]')).toHaveCount(1);
  await page.getByRole('button', { name: 'End the search' }).click();
  await expect(page.locator('[data-highlight=hit]')).toHaveCount(0);
});

test('a correction is found at once, a misspelling finds what is nearly alike, and nothing says so', async ({
  page,
  owner,
}) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  const path = await uploadAndOpen(page, await makeReport(1));
  await expectText(page, reportText(1, 1));
  const saved = await page.request.post(`/api${path.slice(path.indexOf('/documents'))}/pages/1/revisions`, {
    headers: { origin: serverUrl() },
    data: { saveId: 'abcdefgh', base: 0, operations: [{ op: 'set', line: 'r0', text: 'Chapter zebrafish' }] },
  });
  expect(saved.status()).toBe(200);

  const search = async (query: string) => {
    await page.goto(`/${owner.workspace.slug}/search`);
    await page.getByRole('combobox', { name: 'Words to search for' }).fill(query);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
  };
  await search('zebrafish');
  await expect(page.getByText('1 page', { exact: true })).toBeVisible();
  await search('zebrafisk');
  await expect(page.getByText('Nothing matches “zebrafisk” exactly. Shown instead:')).toBeVisible();
  await expect(page.getByText('zebrafisk → zebrafish')).toBeVisible();
  await search('aardvark');
  await expect(page.getByRole('heading', { name: 'No page says that' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Nothing found' })).toBeFocused();
  await search('zebrafish');
  await page.getByLabel('Review').selectOption('Approved');
  await expect(page.getByRole('link', { name: 'Search without filters' })).toBeVisible();
  await expectAccessible(page, 'nothing found with a filter');
  await page.goto(`/${owner.workspace.slug}/search`);
  await expect(page.getByRole('link', { name: 'zebrafish' })).toBeVisible();
});

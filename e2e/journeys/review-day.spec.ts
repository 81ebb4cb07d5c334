import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { textOfPdf } from '#lib/testing/text-of-pdf.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { makeReport } from '../fixtures/documents.ts';
import { expectTexts, lines, saved } from '../fixtures/review.ts';
import { expect, test } from '../fixtures/test.ts';

const MOST_STOPS = 120;

/** Goes on by Tab alone until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never comes there.');
}

test('a reviewer’s day, by keyboard alone: queue, three words, a split, approve, next, search, export', async ({
  page,
  owner,
}) => {
  const { slug, id } = owner.workspace;
  await page.goto(`/${slug}/documents`);
  const files = await Promise.all(['one.pdf', 'two.pdf'].map((name) => makeReport(1, name)));
  await page.getByTestId('file-picker').setInputFiles(files);
  const queue = async () => (await page.request.get(`/api/review?workspace=${slug}`)).json();
  await expect.poll(async () => (await queue()).total, { timeout: 60_000 }).toBe(2);
  for (const place of [
    '{lines,0,words,1,confidence}',
    '{lines,2,words,1,confidence}',
    '{lines,3,words,4,confidence}',
  ]) {
    await sharedDatabase(
      `update job_page set reading = jsonb_set(reading::jsonb, $2::text[], '0.4') where workspace_id = $1`,
      id,
      place,
    );
  }

  await page.goto(`/${slug}/review`);
  await tabTo(page, page.getByRole('link', { name: 'Open the first' }));
  await page.keyboard.press('Enter');
  await expect(lines(page)).toHaveCount(4);
  await expect(page.getByTestId('doubt-on-page')).toHaveText('3 words in doubt');
  const first = new URL(page.url()).pathname;
  await page.keyboard.press('Alt+l');
  const field = page.getByRole('textbox', { name: /^Line \d of/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('aardvark');
  await page.keyboard.press('Tab');
  await page.keyboard.type('row');
  await page.keyboard.press('Tab');
  await page.keyboard.type('walrus');
  await page.keyboard.press('End');
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Enter');
  await expectTexts(page, [
    'Chapter aardvark',
    'This is page 1 of 1 pages.',
    'Every row of it was drawn by the test,',
    'so that the word walrus must come',
    'back.',
  ]);
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await page.waitForURL((url) => url.pathname !== first && url.pathname.endsWith('/review'));
  await expect(lines(page)).toHaveCount(4);

  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search all text' })).toBeFocused();
  await page.keyboard.type('walrus');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=walrus/);
  await expect(page.getByRole('heading', { name: '1 page', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === first);
  await expect(page.getByText('“walrus”: 1 of 1 on this page')).toBeVisible();
  await expect(page.locator('[data-highlight=hit]')).toHaveCount(1);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await tabTo(page, dialog.getByRole('button', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  const link = dialog.getByRole('link', { name: /^Download/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await tabTo(page, link);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const [text = ''] = await textOfPdf(await readFile(await download.path()));
  expect(text).toContain('walrus');
});

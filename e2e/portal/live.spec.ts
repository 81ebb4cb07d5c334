import type { Page } from '@playwright/test';
import { sharedDatabase } from '../fixtures/database.ts';
import { makeDenseScan, makeReceipt, makeReport, receiptText, reportText } from '../fixtures/documents.ts';
import {
  expectAllPages,
  expectText,
  pageButtons,
  pageStates,
  uploadAndOpen,
  watchedPages,
  watchPages,
} from '../fixtures/portal-page.ts';
import { expect, test } from '../fixtures/test.ts';

test.beforeEach(({ page, owner }) => page.goto(`/${owner.workspace.slug}/documents`));

test.describe('a page without its stream of events', () => {
  test('says so, and still reaches the right state', async ({ page }) => {
    await page.route('**/api/events*', (route) => route.abort());
    await page.reload();
    await expect(page.getByText('Reconnecting…')).toBeVisible();
    await uploadAndOpen(page, await makeReport(2));
    await expectAllPages(page, 2, 'succeeded');
    await expectText(page, reportText(1, 2));

    await page.unroute('**/api/events*');
    await expect(page.getByText('Reconnecting…')).toBeHidden({ timeout: 20_000 });
  });

  test('catches up on all that was missed while the network was away', async ({ page, context }) => {
    const path = await uploadAndOpen(page, await makeReport(3));
    await expect(pageButtons(page)).toHaveCount(3);
    await watchPages(page);
    await context.setOffline(true);
    await expect(page.getByText('Offline')).toBeVisible();
    await expect.poll(() => jobStatus(documentIdIn(path)), { timeout: 30_000 }).toBe('succeeded');
    await context.setOffline(false);
    await expectAllPages(page, 3, 'succeeded');
    await expectText(page, reportText(1, 3));
    expect(await watchedPages(page)).toHaveLength(3);
  });
});

test('a page that takes its time shows how far it is', async ({ page }) => {
  await uploadAndOpen(page, await makeDenseScan());
  const button = pageButtons(page).first();
  await expect
    .poll(() => button.getAttribute('aria-label'), { intervals: [50] })
    .toMatch(/^Page 1: Reading, \d+ %$/);
  const bar = page.getByRole('progressbar', { name: 'Pages read' });
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { intervals: [50] })
    .toBeGreaterThan(0);
  await expectAllPages(page, 2, 'succeeded');
  await expect(button).toHaveAttribute('aria-label', 'Page 1: Read');
});

test('canceling stops what is not read yet, and the remaining pages can be read later', async ({ page }) => {
  // So many that the engine cannot be done before the button is pressed.
  const total = 60;
  const path = await uploadAndOpen(page, await makeReport(total));
  await expect.poll(() => pageStates(page)).toContain('processing');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(new RegExp(`^Canceled at \\d+ of ${total} pages$`)).first()).toBeVisible();
  const unfinished = async () =>
    (await pageStates(page)).filter((state) => state !== 'canceled' && state !== 'succeeded');
  await expect.poll(unfinished).toEqual([]);
  const states = await pageStates(page);
  expect(states).toContain('canceled');
  // Nothing that was under way when it was canceled comes in late.
  await expect.poll(() => openPredictions(documentIdIn(path)), { timeout: 10_000 }).toBe(0);
  expect(await pageStates(page)).toEqual(states);

  await page.getByRole('button', { name: 'Read the remaining pages' }).click();
  await expectAllPages(page, total, 'succeeded');
});

test('a failed page says why and is read again when asked', async ({ page, owner }) => {
  const path = await uploadAndOpen(page, await makeReport(3));
  await expectAllPages(page, 3, 'succeeded');
  await failPages(documentIdIn(path), [2, 3]);
  await page.reload();
  await expect(page.getByText('2 of 3 pages failed').first()).toBeVisible();
  await pageButtons(page).nth(1).click();
  await expect(page.getByText('the paper was eaten')).toBeVisible();

  await page.getByRole('button', { name: 'Read this page again' }).click();
  await expectText(page, reportText(2, 3));
  expect(await pageStates(page)).toEqual(['succeeded', 'succeeded', 'failed']);
  await page.getByRole('button', { name: 'Read failed pages again' }).click();
  await expectAllPages(page, 3, 'succeeded');

  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('Read');
});

test('reading again goes through all states once more and keeps one document', async ({ page, owner }) => {
  // Scans, whose reading takes long enough to be watched.
  await uploadAndOpen(page, await makeDenseScan());
  await expectAllPages(page, 2, 'succeeded', 120_000);
  await watchPages(page);
  await page.getByRole('button', { name: /^More to do with/ }).click();
  await page.getByRole('menuitem', { name: 'Read all pages again' }).click();
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(async () => (await watchedPages(page))[0]?.length).toBeGreaterThan(2);
  await expectAllPages(page, 2, 'succeeded', 120_000);
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
});

test('reading again that is canceled keeps the earlier text to be taken along', async ({ page, owner }) => {
  // Scans, which take seconds: pages with a text layer would be read before anybody could cancel.
  await uploadAndOpen(page, await makeDenseScan());
  await expectAllPages(page, 2, 'succeeded', 120_000);
  await page.getByRole('button', { name: /^More to do with/ }).click();
  await page.getByRole('menuitem', { name: 'Read all pages again' }).click();
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The earlier text is kept.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Copy all text' })).toBeEnabled();
  await expect(page.getByRole('link', { name: 'Download .txt' })).toBeVisible();
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('The earlier text is kept.');
});

test('the list follows what happens in another tab: arrival, progress and the trash', async ({
  page,
  context,
  owner,
}) => {
  const other = await context.newPage();
  await other.goto(`/${owner.workspace.slug}/documents`);
  const path = await uploadAndOpen(page, await makeReceipt());
  const row = other.getByRole('main').getByRole('listitem');
  await expect(row).toContainText('receipt.png');
  await expect(row).toContainText('Read');
  await other.goto(path);
  await expectText(other, receiptText);

  await page.getByRole('button', { name: /^More to do with/ }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page).toHaveURL(`/${owner.workspace.slug}/documents`);
  await expect(other.getByText('This document is in the trash')).toBeVisible();
  await expectEmpty(page);
});

async function expectEmpty(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put your first document on the lectern');
}

function documentIdIn(path: string): string {
  return String(path.split('/').at(-1));
}

async function jobStatus(documentId: string): Promise<unknown> {
  const [job] = await sharedDatabase(
    'SELECT status FROM job WHERE document_id = $1 ORDER BY created_at DESC LIMIT 1',
    documentId,
  );
  return job?.status;
}

/** Predictions of the document's workspace that have not ended. */
async function openPredictions(documentId: string): Promise<number> {
  const sql = `SELECT p.id FROM prediction p JOIN document d USING (workspace_id)
    WHERE d.id = $1 AND p.status IN ('starting', 'processing')`;
  return (await sharedDatabase(sql, documentId)).length;
}

/** As if the prediction service had failed on these pages: files that fail would fail on every try. */
async function failPages(documentId: string, numbers: number[]): Promise<void> {
  await sharedDatabase(
    `UPDATE job_page SET status = 'failed', text = NULL, reading = NULL, error = 'the paper was eaten'
     FROM job WHERE job.id = job_id AND document_id = $1 AND page_number = ANY($2)`,
    documentId,
    numbers,
  );
  await sharedDatabase("UPDATE job SET status = 'partially_failed' WHERE document_id = $1", documentId);
}

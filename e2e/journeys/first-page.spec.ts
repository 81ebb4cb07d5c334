import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/axe.ts';
import { makeReceipt, makeReport, receiptText, reportText } from '../fixtures/documents.ts';
import { endLectern, freePort, type Lectern, newDataDir, startLectern } from '../fixtures/lectern.ts';
import {
  dropFiles,
  expectAllPages,
  expectText,
  pageButtons,
  uploadRow,
  watchedPages,
  watchPages,
} from '../fixtures/portal-page.ts';

const TOTAL = 10;
const allText = Array.from({ length: TOTAL }, (_, index) => reportText(index + 1, TOTAL)).join('\f');
const order = ['queued', 'submitted', 'processing', 'succeeded'];

let folder: ReturnType<typeof newDataDir>;
let lectern: Lectern;

test.beforeAll(async () => {
  folder = newDataDir();
  lectern = await startLectern({ dataDir: folder.dataDir, port: await freePort() });
});

test.afterAll(async () => {
  await endLectern(lectern);
  folder.remove();
});

test('a newcomer sets up, drops a receipt and ten pages, watches them being read in two tabs, and takes the text along', async ({
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: lectern.url });
  const one = await context.newPage();
  const two = await context.newPage();

  await test.step('the first visit leads to the set-up page, and that to an empty workspace', async () => {
    await one.goto(lectern.url);
    await expect(one).toHaveURL(`${lectern.url}/set-up`);
    await expectAccessible(one, 'set-up');
    await one.getByLabel('Your name').fill('Ada Reader');
    await one.getByLabel('E-mail address').fill('ada@example.org');
    await one.getByLabel('Password', { exact: true }).fill('a long enough password');
    await one.getByLabel('Name of your workspace').fill('Reading Room');
    await one.getByRole('button', { name: 'Create the workspace' }).click();
    await expect(one).toHaveURL(`${lectern.url}/reading-room/documents`);
    await expect(one.getByRole('heading', { level: 1 })).toHaveText('Put your first document on the lectern');
    await two.goto(lectern.url);
    await expect(two).toHaveURL(`${lectern.url}/reading-room/documents`);
  });

  await test.step('dropped files show up in both tabs', async () => {
    await dropFiles(one, [await makeReceipt(), await makeReport(TOTAL)]);
    await expect(uploadRow(one, 'report.pdf')).toContainText('Uploaded.');
    const row = two.getByRole('listitem').filter({ hasText: 'report.pdf' });
    await row.getByRole('link').click();
    await watchPages(two);
    await uploadRow(one, 'report.pdf').getByRole('link', { name: /^Open/ }).click();
    await watchPages(one);
  });

  await test.step('both tabs see every page go from waiting to read, without a reload', async () => {
    for (const tab of [one, two]) {
      await expectAllPages(tab, TOTAL, 'succeeded');
      const histories = await watchedPages(tab);
      expect(histories).toHaveLength(TOTAL);
      for (const states of histories) {
        expect(states.length, states.join(' → ')).toBeGreaterThan(1);
        expect(states).toEqual(order.filter((state) => states.includes(state)));
      }
      await expect(tab.getByText('Read', { exact: true }).first()).toBeVisible();
    }
  });

  await test.step('each page says what was drawn on it, and so does the clipboard', async () => {
    await one.bringToFront();
    for (let number = 1; number <= TOTAL; number++) {
      await pageButtons(one)
        .nth(number - 1)
        .click();
      await expectText(one, reportText(number, TOTAL));
    }
    await one.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => clipboardOf(one)).toBe(reportText(TOTAL, TOTAL));
    await one.getByRole('button', { name: 'Copy all text' }).click();
    await expect.poll(() => clipboardOf(one)).toBe(allText);
  });

  await test.step('the download holds the same text', async () => {
    const begun = one.waitForEvent('download');
    await one.getByRole('link', { name: /\.txt/ }).click();
    const download = await begun;
    expect(download.suggestedFilename()).toBe('report.txt');
    expect(await readFile(await download.path(), 'utf8')).toBe(allText);
  });

  await test.step('a reload shows the same', async () => {
    const before = await stateOf(one);
    await one.reload();
    await expect.poll(() => stateOf(one)).toEqual(before);
    await expectText(one, reportText(TOTAL, TOTAL));
  });

  await test.step('the receipt was read as well', async () => {
    await two.getByRole('link', { name: 'Documents' }).first().click();
    const row = two.getByRole('listitem').filter({ hasText: 'receipt.png' });
    await expect(row).toContainText('Read');
    await row.getByRole('link').click();
    await expectText(two, receiptText);
  });

  await test.step('the set-up page is closed for good', async () => {
    await two.goto(`${lectern.url}/set-up`);
    await expect(two).toHaveURL(`${lectern.url}/reading-room/documents`);
  });
});

function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What the strip shows, and which page is open. */
async function stateOf(page: Page) {
  const labels = await pageButtons(page).evaluateAll((buttons) =>
    buttons.map((button) => [button.getAttribute('aria-label'), button.getAttribute('aria-current')]),
  );
  return { labels, url: page.url() };
}

import { chromium, type Page } from 'playwright';
import { findBrowser } from '../../../e2e/browser.ts';
import { percentile } from '../bench-report/spread.ts';
import type { BenchDocument } from './bench-document.ts';
import { pressAgain, reviewerSteps } from './reviewer-steps.ts';
import { memoryOf, takeEvents, watchEvents } from './watch-events.ts';

const WINDOW = { width: 1440, height: 900 };
const PATIENCE_MS = 60_000;
/** How often the memory is read while paging. */
const READINGS = 5;
const EMPTY_KEYS = 100;

export type Measured = { name: string; times: number[] };
export type Memory = { page: number; heapBytes: number; nodes: number };
export type ReviewMeasures = { interactions: Measured[]; memory: Memory[] };

/** Does with the document in a browser what a reviewer does. All times are milliseconds. */
export async function measureReview(
  serverUrl: string,
  { path, sessionToken }: BenchDocument,
  pages: number,
): Promise<ReviewMeasures> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const context = await browser.newContext({ viewport: WINDOW });
    await context.addCookies([{ name: 'next-auth.session-token', value: sessionToken, url: serverUrl }]);
    const page = await context.newPage();
    const interactions: Measured[] = [await measureEmptyPage(page)];
    await openPage(page, `${serverUrl}${path}?page=2`);
    for (const { name, count, kind, run } of reviewerSteps) {
      await watchEvents(page);
      await run(page, count);
      const times = await takeEvents(page, count, kind);
      console.error(`  ${name}: p98 ${percentile(times, 0.98)} ms`);
      interactions.push({ name, times });
      // Each begins with the page as it was read, and with what goes before done.
      await page.getByText('Saved', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    }
    await openPage(page, `${serverUrl}${path}?page=1`);
    const { memory, times } = await turnPages(page, pages);
    return { interactions: [...interactions, { name: 'turn to the next page', times }], memory };
  } finally {
    await browser.close();
  }
}

/** What a key costs where nothing has to be done for it: the pace of the browser and the machine. */
async function measureEmptyPage(page: Page): Promise<Measured> {
  await page.setContent('<textarea aria-label="Empty"></textarea>');
  await page.getByRole('textbox').focus();
  await watchEvents(page);
  await pressAgain(page, 'x', EMPTY_KEYS);
  return {
    name: 'type on an empty page, to compare',
    times: await takeEvents(page, EMPTY_KEYS, 'interaction'),
  };
}

async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { timeout: PATIENCE_MS });
  await page.getByTestId('review-lines').locator('li').first().waitFor({ timeout: PATIENCE_MS });
  await page.getByRole('img', { name: /^Scan of page/ }).waitFor({ timeout: PATIENCE_MS });
}

/** Through the whole document, eight pages a second. */
async function turnPages(page: Page, pages: number): Promise<{ memory: Memory[]; times: number[] }> {
  const devtools = await page.context().newCDPSession(page);
  const part = Math.ceil((pages - 1) / READINGS);
  const memory = [{ page: 1, ...(await memoryOf(devtools)) }];
  const times: number[] = [];
  for (let from = 1; from < pages; from += part) {
    const count = Math.min(part, pages - from);
    await watchEvents(page);
    await pressAgain(page, 'PageDown', count);
    times.push(...(await takeEvents(page, count, 'interaction')));
    const heading = page.getByRole('heading', { name: `Page ${from + count} of ${pages}`, exact: true });
    await heading.waitFor({ timeout: PATIENCE_MS });
    await page.getByTestId('review-lines').locator('li').first().waitFor({ timeout: PATIENCE_MS });
    memory.push({ page: from + count, ...(await memoryOf(devtools)) });
  }
  return { memory, times };
}

import { expect, type Page, test } from '@playwright/test';
import { query } from '../fixtures/database.ts';
import { makeReport, reportText } from '../fixtures/documents.ts';
import {
  databaseUrlOf,
  endLectern,
  freePort,
  type Lectern,
  newDataDir,
  startLectern,
} from '../fixtures/lectern.ts';
import { expectAllPages, pageButtons, pageStates, uploadAndOpen } from '../fixtures/portal-page.ts';

// A portal whose pages are read by a prediction service elsewhere, as with Replicate's own: a second Lectern stands in
// for it, and is killed and started again while it works.

const owner = { email: 'ada@example.org', password: 'a long enough password' };
const account = { LECTERN_ADMIN_EMAIL: owner.email, LECTERN_ADMIN_PASSWORD: owner.password };
const serviceSettings = { ...account, LECTERN_API_TOKEN: 'lect_what_the_service_knows_the_portal_by' };
const folders = { service: newDataDir(), portal: newDataDir() };
let service: Lectern;
let portal: Lectern;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  service = await startLectern({
    dataDir: folders.service.dataDir,
    port: await freePort(),
    settings: serviceSettings,
  });
});

test.afterAll(async () => {
  for (const lectern of [portal, service]) if (lectern) await endLectern(lectern);
  for (const folder of Object.values(folders)) folder.remove();
});

async function startPortal(port: number, settings: Record<string, string>): Promise<Lectern> {
  return await startLectern({
    dataDir: folders.portal.dataDir,
    port,
    settings: {
      ...account,
      REPLICATE_API_TOKEN: serviceSettings.LECTERN_API_TOKEN,
      REPLICATE_BASE_URL: `http://127.0.0.1:${service.port}/v1`,
      ...settings,
    },
  });
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${portal.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/documents/);
}

async function textsOf(document: string): Promise<unknown[]> {
  const rows = await query(
    databaseUrlOf(folders.portal.dataDir),
    `SELECT job_page.text FROM job_page JOIN job ON job.id = job_id JOIN document ON document.id = document_id
     WHERE document.name = '${document}' ORDER BY page_number`,
  );
  return rows.map((row) => Reflect.get(Object(row), 'text'));
}

function textsOfReport(total: number): string[] {
  return Array.from({ length: total }, (_, index) => reportText(index + 1, total));
}

test('every page is read, though the service dies while it works', async ({ page }) => {
  test.setTimeout(240_000);
  const total = 12;
  const port = await freePort();
  portal = await startPortal(port, { PUBLIC_URL: `http://localhost:${port}` });
  await signIn(page);
  await uploadAndOpen(page, await makeReport(total));
  await expect.poll(() => pageStates(page), { timeout: 60_000 }).toContain('succeeded');
  await endLectern(service, 'SIGKILL');
  expect(await pageStates(page)).not.toEqual(Array.from({ length: total }, () => 'succeeded'));
  service = await startLectern({
    dataDir: folders.service.dataDir,
    port: service.port,
    settings: serviceSettings,
  });

  await expectAllPages(page, total, 'succeeded', 150_000);
  await expect(pageButtons(page)).toHaveCount(total);
  expect(await textsOf('report.pdf')).toEqual(textsOfReport(total));
  const used = await query(
    databaseUrlOf(folders.service.dataDir),
    'SELECT DISTINCT model, webhook IS NOT NULL AS told FROM prediction',
  );
  expect(used).toEqual([{ model: 'abiruyt/text-extract-ocr', told: true }]);
});

test('every page is read, though the service cannot call the portal', async ({ page }) => {
  test.setTimeout(120_000);
  const total = 3;
  await endLectern(portal);
  portal = await startPortal(portal.port, {});
  await signIn(page);
  await uploadAndOpen(page, await makeReport(total, 'second.pdf'));
  await expectAllPages(page, total, 'succeeded', 90_000);
  expect(await textsOf('second.pdf')).toEqual(textsOfReport(total));
  const untold = await query(
    databaseUrlOf(folders.service.dataDir),
    'SELECT count(*)::int AS predictions FROM prediction WHERE webhook IS NULL',
  );
  expect(untold).toEqual([{ predictions: total }]);
});

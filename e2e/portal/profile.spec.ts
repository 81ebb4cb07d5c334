import type { Page } from '@playwright/test';
import { createUser } from '#lib/testing/accounts.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { makeReceipt } from '../fixtures/documents.ts';
import { uploadRow } from '../fixtures/portal-page.ts';
import { expect, storageStateOf, test } from '../fixtures/test.ts';

const noon = '2026-03-05T12:00:00Z';

/** Something whose date is known: a document that came at noon, and how its row tells when. */
async function dateOfDocument(page: Page, workspaceId: string, slug: string): Promise<string | null> {
  await sharedDatabase(
    `INSERT INTO document (id, workspace_id, name, content_type, size, sha256, state, created_at)
      VALUES (left(md5($1), 26), $1, 'old.png', 'image/png', 1, md5($1), 'unreadable', $2)`,
    workspaceId,
    noon,
  );
  await page.goto(`/${slug}/documents`);
  return page.locator('time').first().getAttribute('title', { timeout: 30_000 });
}

test('dates are told as a person wants, by server and browser alike', async ({ page, owner }) => {
  const { id, slug } = owner.workspace;
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`/${slug}/settings/profile`);
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('Dates are written as in').selectOption('German (Germany)');
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your profile was saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Your account: Ada Lovelace' })).toBeVisible();
  expect(await dateOfDocument(page, id, slug)).toBe('05.03.2026, 21:00');
  const drawn = await (await page.request.get(`/${slug}/documents`)).text();
  expect(drawn).toContain('title="05.03.2026, 21:00"');
  expect(complaints).toEqual([]);
});

test.describe('in a browser of its own place', () => {
  test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

  test('dates are told as the browser says, until a person says otherwise', async ({ page, owner }) => {
    const { id, slug } = owner.workspace;
    await dateOfDocument(page, id, slug);
    await expect(page.locator('time').first()).toHaveAttribute('title', /^Mar 5, 2026, 7:00\sAM$/);
  });
});

test('what cannot be saved is told under its field, and nothing is lost', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/settings/profile`);
  await page.getByLabel('Name').fill(' ');
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter your name.')).toBeVisible();
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
});

test('a document that has been read is told on whatever page its reader is', async ({ page, owner }) => {
  const { slug } = owner.workspace;
  await page.goto(`/${slug}/documents`);
  const file = await makeReceipt(`told ${owner.id}.png`);
  await page.getByTestId('file-picker').setInputFiles(file);
  await expect(uploadRow(page, file.name).getByRole('link', { name: /^Open/ })).toBeVisible();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByText(`“${file.name}” has been read: 1 page.`)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(/\/documents\/[0-9a-z]{26}/);
});

test('nobody is told what others had read', async ({ page, browser, owner }) => {
  const { slug } = owner.workspace;
  const colleague = await createUser({ role: 'editor', workspace: owner.workspace });
  const context = await browser.newContext({ storageState: storageStateOf(colleague) });
  const other = await context.newPage();
  await other.goto(`/${slug}/exports`);
  await page.goto(`/${slug}/documents`);
  const file = await makeReceipt(`silent ${owner.id}.png`);
  await page.getByTestId('file-picker').setInputFiles(file);
  await expect(uploadRow(page, file.name).getByRole('link', { name: /^Open/ })).toBeVisible();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const told = `“${file.name}” has been read`;
  await expect(page.getByText(told)).toBeVisible({ timeout: 60_000 });
  expect(await other.getByText(told).count()).toBe(0);
  await context.close();
});

test('the browser asks for permission only after a click', async ({ page, owner }) => {
  await page.addInitScript(() => {
    let permission: NotificationPermission = 'default';
    const recorded = {
      asked: 0,
      get permission() {
        return permission;
      },
      requestPermission: async () => {
        recorded.asked += 1;
        permission = 'granted';
        return permission;
      },
    };
    Object.assign(window, { Notification: recorded });
  });
  const asked = () => page.evaluate(() => Reflect.get(Notification, 'asked'));
  await page.goto(`/${owner.workspace.slug}/settings/profile`);
  const button = page.getByRole('button', { name: 'Notify me in this browser' });
  await expect(button).toBeVisible();
  expect(await asked()).toBe(0);
  await button.click();
  await expect(page.getByText('Notifications are on in this browser.')).toBeVisible();
  expect(await asked()).toBe(1);
  await page.getByRole('button', { name: 'Switch them off' }).click();
  await expect(button).toBeVisible();
});

test('the page is accessible', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/settings/profile`);
  await expect(page.getByRole('button', { name: 'Notify me in this browser' })).toBeVisible();
  await expectAccessible(page, 'profile');
});

import { createUser } from '#lib/testing/accounts.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { openPageAs } from '../fixtures/person-page.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';

// Workspaces: made, moved, handed over, deleted and found again.

test('a workspace is made, renamed, and moved with its old links', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  await page.getByRole('button', { name: /^Workspace:/ }).click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await expectAccessible(page, 'a new workspace');
  await page.getByLabel('Name of the workspace').fill(`Archive ${owner.id}`);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  const made = `archive-${owner.id}`;
  await expect(page).toHaveURL(`${serverUrl()}/${made}/documents`);

  await page.goto(`/${made}/settings/general`);
  await expectAccessible(page, 'general settings');
  await page.getByLabel('Name', { exact: true }).fill('Reading room');
  await page.getByRole('textbox', { name: 'Address' }).fill('api');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Lectern needs this address itself.')).toBeVisible();
  const moved = `moved-${owner.id}`;
  await page.getByRole('textbox', { name: 'Address' }).fill(moved);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(`${serverUrl()}/${moved}/settings/general`);
  const answer = await fetch(`${serverUrl()}/${made}/search?q=paper`, {
    redirect: 'manual',
    headers: { cookie: cookieHeader(owner) },
  });
  expect([answer.status, answer.headers.get('location')?.replace(serverUrl(), '')]).toEqual([
    308,
    `/${moved}/search?q=paper`,
  ]);
  const stranger = await createUser();
  const hidden = await fetch(`${serverUrl()}/${made}/search`, {
    headers: { cookie: cookieHeader(stranger) },
  });
  expect(hidden.status).toBe(404);
});

test('a workspace is deleted by typing its name, is gone at once, and comes back', async ({
  page,
  owner,
}) => {
  const { slug } = owner.workspace;
  await sharedDatabase("UPDATE workspace SET name = 'Reading room' WHERE id = $1", owner.workspace.id);
  await page.goto(`/${slug}/settings/general`);
  await page.getByRole('button', { name: 'Delete the workspace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Reading room?' });
  await expect(dialog.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
  await expectAccessible(page, 'deleting a workspace');
  await dialog.getByLabel('Type “Reading room” to go on').fill('Reading room');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${serverUrl()}/workspaces`);
  await expect(page.getByRole('main').getByText('gone for good in 30 days')).toBeVisible();
  await expectAccessible(page, 'all workspaces');
  const gone = await fetch(`${serverUrl()}/${slug}/documents`, { headers: { cookie: cookieHeader(owner) } });
  expect(gone.status).toBe(404);
  await page.getByRole('button', { name: 'Restore Reading room' }).click();
  await expect(page).toHaveURL(`${serverUrl()}/${slug}/documents`);
});

test('an owner hands over, and can leave only once somebody else owns the workspace', async ({
  page,
  owner,
  browser,
}) => {
  const { slug, name } = owner.workspace;
  const heir = await createUser({ role: 'editor', workspace: owner.workspace });
  await page.goto(`/${slug}/settings/general`);
  await expect(page.getByText('You are the only owner, so you cannot leave yet.')).toBeVisible();
  await page.getByLabel('New owner').selectOption({ label: heir.name });
  await page.getByRole('button', { name: 'Hand over' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click();
  await page.getByRole('button', { name: 'Leave the workspace' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are in no workspace');
  const heirs = await openPageAs(browser, heir);
  await heirs.goto(`/${slug}/settings/members`);
  await expect(heirs.getByLabel(`Role of ${heir.name}`)).toHaveValue('owner');
  await expect(heirs.getByText(`1 person can open this workspace.`)).toBeVisible();
  await heirs.goto('/workspaces');
  await expect(heirs.getByRole('link', { name })).toBeVisible();
});

test('documents of one’s own are one click away', async ({ page, owner, browser }) => {
  const colleague = await createUser({ role: 'editor', workspace: owner.workspace });
  const theirs = await openPageAs(browser, colleague);
  await theirs.goto(`/${owner.workspace.slug}/documents`);
  await theirs
    .getByRole('button', { name: /receipt/i })
    .first()
    .click();
  await theirs.waitForURL(/\/documents\/[0-9a-z]{26}/);
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page.getByText('receipt').first()).toBeVisible();
  await page.getByRole('button', { name: 'Mine' }).click();
  await expect(page).toHaveURL(/person=me/);
  await expect(page.getByRole('button', { name: 'Mine', pressed: true })).toBeVisible();
  await expect(page.getByRole('main').getByText('receipt')).toHaveCount(0);
});

test('the switcher is used with the keyboard alone', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  // A key that comes while the page is still coming alive opens the menu, but the menu has not seen the key.
  await expect(async () => {
    await page.getByRole('button', { name: /^Workspace:/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page, 'the switcher');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${serverUrl()}/workspaces`);
});

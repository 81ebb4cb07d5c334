import type { Page } from '@playwright/test';
import { createUser } from '#lib/testing/accounts.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { openPageAs } from '../fixtures/person-page.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';

// Members of a workspace and invitations to it, as the people in it see them.

const SEEN_WITHIN = { timeout: 10_000 };

/** Invites by the form and reads the link that is shown once. */
async function inviteByLink(page: Page, slug: string, email: string, role: string): Promise<string> {
  await page.goto(`/${slug}/settings/members`);
  await page.getByLabel('E-mail address to invite').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await page.getByRole('button', { name: 'Make invitation link' }).click();
  const shown = page.getByRole('alert').filter({ hasText: email });
  return String(await shown.locator('code').textContent());
}

test('somebody new is invited by a link, joins, works, is lowered while a page is open, and is then refused', async ({
  page,
  owner,
  browser,
}) => {
  const { slug, name } = owner.workspace;
  const guestEmail = `nora.${owner.id}@example.org`;
  const link = await inviteByLink(page, slug, guestEmail, 'editor');
  await expect(page.getByRole('listitem').filter({ hasText: guestEmail })).toContainText(
    'open, ends in 7 days',
  );
  await expectAccessible(page, 'members with an invitation');

  const guest = await openPageAs(browser);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Join ${name}`);
  await expect(guest.getByLabel('E-mail address')).toHaveValue(guestEmail);
  await expectAccessible(guest, 'an invitation for somebody new');
  await guest.getByLabel('Your name').fill('Nora New');
  await guest.getByLabel('Password', { exact: true }).fill('password1234');
  await guest.getByRole('button', { name: 'Create account and join' }).click();
  await expect(guest.getByRole('alert').first()).toContainText('easily guessed');
  await guest.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
  await guest.getByRole('button', { name: 'Create account and join' }).click();
  await expect(guest).toHaveURL(`${serverUrl()}/${slug}/documents`);

  await guest
    .getByRole('button', { name: /receipt/i })
    .first()
    .click();
  await expect(guest).toHaveURL(/\/documents\/[0-9a-z]{26}/);
  await guest.goto(`/${slug}/documents`);
  await expect(guest.getByRole('button', { name: 'Upload' }).first()).toBeVisible();

  await page.reload();
  await page.getByLabel('Role of Nora New').selectOption('viewer');
  await expect(guest.getByText(`Your role in ${name} is viewer now.`)).toBeVisible(SEEN_WITHIN);
  await expect(guest.getByRole('button', { name: 'Upload' })).toHaveCount(0);

  const again = await openPageAs(browser);
  await again.goto(link);
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('This invitation cannot be used');
  await expectAccessible(again, 'an invitation that was used');
});

test('an act on a page that was open before is refused with a clear message', async ({ owner, browser }) => {
  const editor = await createUser({ role: 'editor', workspace: owner.workspace });
  const open = await openPageAs(browser, editor);
  // Without the stream the page does not hear of it.
  await open.route('**/api/events**', (route) => route.abort());
  await open.goto(`/${owner.workspace.slug}/documents`);
  const act = open.getByRole('button', { name: /receipt/i }).first();
  await expect(act).toBeVisible();
  // At once: a page without its stream asks again by itself after a while.
  await sharedDatabase("UPDATE membership SET role = 'viewer' WHERE user_id = $1", editor.id);
  await act.click();
  await expect(open.getByText('Your role in this workspace does not allow this.')).toBeVisible();
});

test('who is removed is told so on the open page within seconds, and finds nothing any more', async ({
  page,
  owner,
  browser,
}) => {
  const { slug, name } = owner.workspace;
  const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
  const open = await openPageAs(browser, viewer);
  await open.goto(`/${slug}/documents`);
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole('button', { name: `Remove ${viewer.name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  const told = open.getByRole('alertdialog', { name: `You have no access to ${name} any more` });
  await expect(told).toBeVisible(SEEN_WITHIN);
  await expectAccessible(open, 'told of being removed');
  await open.keyboard.press('Escape');
  await expect(told).toBeVisible();
  await told.getByRole('link', { name: 'Go to my workspaces' }).click();
  await expect(open.getByRole('heading', { level: 1 })).toHaveText('You are in no workspace');
  await expectAccessible(open, 'in no workspace');
  const { status } = await fetch(`${serverUrl()}/${slug}/documents`, {
    headers: { cookie: cookieHeader(viewer) },
  });
  expect(status).toBe(404);
});

test('an account that exists joins by signing in first, another address is said plainly, and a link works once', async ({
  page,
  owner,
  browser,
}) => {
  const { slug, name } = owner.workspace;
  const known = await createUser();
  const link = await inviteByLink(page, slug, known.email, 'viewer');
  const guest = await openPageAs(browser);
  await guest.goto(link);
  await guest.getByRole('link', { name: 'Sign in and accept' }).click();
  await guest.getByLabel('E-mail address').fill(known.email);
  await guest.getByLabel('Password', { exact: true }).fill(known.password);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest.getByText(`You are signed in as ${known.email}.`)).toBeVisible();
  await expectAccessible(guest, 'an invitation for who is signed in');
  await guest.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(guest).toHaveURL(`${serverUrl()}/${slug}/documents`);

  await guest.getByRole('button', { name: `Workspace: ${name}` }).click();
  await guest.getByRole('menuitem', { name: known.workspace.name }).click();
  await expect(guest).toHaveURL(`${serverUrl()}/${known.workspace.slug}/documents`);

  const other = await createUser();
  const second = await inviteByLink(page, slug, 'somebody.else@example.org', 'viewer');
  const wrong = await openPageAs(browser, other);
  await wrong.goto(second);
  await expect(wrong.getByText('The invitation was made for somebody.else@example.org')).toBeVisible();
  await wrong.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(wrong).toHaveURL(`${serverUrl()}/${slug}/documents`);
});

test('an invitation can be renewed and revoked, and every link that died shows the same plain page', async ({
  page,
  owner,
  browser,
}) => {
  const { slug } = owner.workspace;
  const first = await inviteByLink(page, slug, 'guest@example.org', 'viewer');
  const row = page.getByRole('listitem').filter({ hasText: 'guest@example.org' });
  await row.getByRole('button', { name: /^New link/ }).click();
  const second = String(await row.locator('code').textContent());
  const guest = await openPageAs(browser);
  const bodies: (string | null)[] = [];
  const openDead = async (link: string) => {
    await guest.goto(link);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This invitation cannot be used');
    bodies.push(await guest.locator('main').textContent());
  };
  await openDead(first);
  await guest.goto(second);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Join ${owner.workspace.name}`);
  await row.getByRole('button', { name: /^Revoke/ }).click();
  await expect(row).toHaveCount(0);
  await openDead(second);
  const third = await inviteByLink(page, slug, 'guest@example.org', 'viewer');
  await sharedDatabase(
    "UPDATE invitation SET expires_at = now() - interval '1 second' WHERE workspace_id = $1",
    owner.workspace.id,
  );
  await openDead(third);
  await openDead(`/invite/${'x'.repeat(43)}`);
  expect(new Set(bodies).size).toBe(1);
  await page.reload();
  await expect(row).toContainText('Expired');
});

test('viewers see who is a member and what roles mean, and no way to change it', async ({
  owner,
  browser,
}) => {
  const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
  const page = await openPageAs(browser, viewer);
  await page.goto(`/${owner.workspace.slug}/settings/members`);
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('row', { name: 'Correct, comment and approve yes yes yes no' })).toBeVisible();
  const settings = page.getByRole('navigation', { name: 'Settings' });
  await expect(settings.getByRole('link', { name: 'Audit trail' })).toHaveCount(0);
  await expectAccessible(page, 'members as a viewer sees them');
});

import type { Browser, Locator, Page } from '@playwright/test';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { makeReport } from '../fixtures/documents.ts';
import { expect, serverUrl, storageStateOf, test } from '../fixtures/test.ts';

// How several people share the work of reviewing.

/** Uploads reports of one page and waits until they are in the queue. @returns the paths of their reviews. */
async function readReports(page: Page, { workspace }: TestUser, names: readonly string[]): Promise<string[]> {
  await page.goto(`/${workspace.slug}/documents`);
  await page
    .getByTestId('file-picker')
    .setInputFiles(await Promise.all(names.map((name) => makeReport(1, name))));
  await expect(async () => {
    const answer = await page.request.get(`/api/review?workspace=${workspace.slug}`);
    expect((await answer.json()).total).toBe(names.length);
  }).toPass({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Close the uploads' }).click();
  await page.goto(`/${workspace.slug}/review`);
  await expect(rows(page)).toHaveCount(names.length);
  const links = rows(page).getByRole('link');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

function rows(page: Page): Locator {
  return page.getByTestId('queue').getByRole('listitem');
}

async function colleagueOf(
  { workspace }: TestUser,
  browser: Browser,
): Promise<{ user: TestUser; page: Page }> {
  const user = await createUser({ role: 'editor', workspace });
  const context = await browser.newContext({ baseURL: serverUrl(), storageState: storageStateOf(user) });
  return { user, page: await context.newPage() };
}

async function openReview(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByTestId('review-lines').getByRole('listitem')).toHaveCount(4);
}

function comments(page: Page): Locator {
  return page.getByRole('list', { name: 'Comments' }).getByRole('listitem');
}

test('documents are given to a person, whose queue fills at once; approving one opens the next of theirs', async ({
  page,
  owner,
  browser,
}) => {
  const editor = await colleagueOf(owner, browser);
  await readReports(page, owner, ['one.pdf', 'two.pdf', 'three.pdf']);
  await editor.page.goto(`/${owner.workspace.slug}/review?who=mine`);
  await expect(editor.page.getByText('Nothing here with this filter')).toBeVisible();

  await expect(rows(page)).toHaveCount(3);
  await expectAccessible(page, 'queue');
  await rows(page).getByRole('checkbox').nth(0).check();
  await rows(page).getByRole('checkbox').nth(2).check();
  await page.getByLabel('Give the chosen documents to').selectOption({ label: editor.user.name });
  await expect(page.getByText(`2 documents given to ${editor.user.name}.`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Unassigned (1)' })).toBeVisible();

  await expect(rows(editor.page)).toHaveCount(2);
  await editor.page.getByRole('link', { name: 'Open the first' }).click();
  await expect(editor.page.getByTestId('review-lines').getByRole('listitem')).toHaveCount(4);
  const first = new URL(editor.page.url()).pathname;
  await editor.page.keyboard.press('Control+Shift+Enter');
  await editor.page.waitForURL((url) => url.pathname !== first && url.pathname.endsWith('/review'));
  expect(new URL(editor.page.url()).searchParams.get('who')).toBe('mine');
  await expect(editor.page.getByTestId('review-lines').getByRole('listitem')).toHaveCount(4);
  await editor.page.keyboard.press('Control+Shift+Enter');
  await expect(editor.page.getByText('No other document waits for review.')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect(page.getByRole('listitem').getByText('Approved', { exact: true })).toHaveCount(2);
});

test('a mention is told at once, opens at its comment and is seen then; resolved comments step back', async ({
  page,
  owner,
  browser,
}) => {
  const editor = await colleagueOf(owner, browser);
  const [path = ''] = await readReports(page, owner, ['one.pdf']);
  await editor.page.goto(`/${owner.workspace.slug}/documents`);
  await openReview(page, path);
  await page.getByRole('button', { name: 'Comments' }).click();
  await page.getByLabel('Comment', { exact: true }).pressSequentially('Is this right, @Test');
  const proposals = page.getByRole('listbox', { name: 'People' });
  await proposals.getByRole('option', { name: editor.user.name }).click();
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue(
    `Is this right, @${editor.user.name} `,
  );
  await page.keyboard.press('Control+Enter');
  await expect(comments(page)).toContainText([`Is this right, @${editor.user.name}`]);
  await expect(page.getByText('Approved')).toBeHidden();
  await expectAccessible(page, 'comments');

  await editor.page.getByRole('link', { name: 'Mentions: 1 new' }).click();
  await expect(editor.page.getByTestId('mentions')).toContainText('New');
  await expectAccessible(editor.page, 'mentions');
  await editor.page.getByTestId('mentions').getByRole('link').click();
  await expect(comments(editor.page)).toContainText(['Is this right']);
  await expect(editor.page.getByRole('link', { name: 'Mentions', exact: true })).toBeVisible();
  await comments(editor.page).getByRole('button', { name: 'Resolve' }).click();
  await expect(comments(page)).toContainText(['Nobody has said anything here. 1 comment resolved.']);
});

test('what a program says and corrects stands under the name of its API token', async ({
  page,
  owner,
  apiToken,
}) => {
  const [path = ''] = await readReports(page, owner, ['one.pdf']);
  const id = path.split('/').at(-2);
  const headers = { authorization: `Bearer ${apiToken}` };
  const save = { save_id: 'script0001', base: 0, operations: [{ op: 'set', line: 'r0', text: 'Chapter 1' }] };
  const saved = await page.request.post(`/api/v1/documents/${id}/pages/1/revisions`, { headers, data: save });
  expect(saved.status()).toBe(200);
  const comment = { body: 'Look at the total.', page: 1, mention_ids: [owner.id] };
  const said = await page.request.post(`/api/v1/documents/${id}/comments`, { headers, data: comment });
  expect(said.status()).toBe(201);
  await page.goto(`/${owner.workspace.slug}/review/mentions`);
  await page.getByRole('link', { name: 'API token Test on one.pdf, page 1' }).click();
  await expect(comments(page)).toContainText(['API token Test']);
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByTestId('history')).toContainText('API token Test corrected');
});

test('two people on one page see each other, until one leaves', async ({ page, owner, browser }) => {
  const editor = await colleagueOf(owner, browser);
  const [path = ''] = await readReports(page, owner, ['one.pdf']);
  await openReview(page, path);
  await openReview(editor.page, path);
  await expect(page.getByText(`Also on this page: ${editor.user.name}`)).toBeAttached();
  await expect(editor.page.getByText(`Also on this page: ${owner.name}`)).toBeAttached();
  await editor.page.close({ runBeforeUnload: true });
  await expect(page.getByText('Also on this page')).toBeHidden();
});

test('rejecting a page asks why, and the reason stands among the comments', async ({ page, owner }) => {
  const [path = ''] = await readReports(page, owner, ['one.pdf']);
  await openReview(page, path);
  await page.keyboard.press('Alt+Shift+X');
  await page.getByRole('button', { name: 'Reject the page' }).click();
  await expect(page.getByText('Say what is wrong.')).toBeVisible();
  await page.getByLabel('What is wrong?').fill('The margin is cut.');
  await page.getByRole('button', { name: 'Reject the page' }).click();
  await page.getByRole('button', { name: 'Comments (1)' }).click();
  await expect(comments(page)).toContainText(['The margin is cut.']);
  await page.goto(`/${owner.workspace.slug}/review?state=rejected`);
  await expect(rows(page)).toHaveCount(1);
});

test('an approval of a page that somebody corrected meanwhile decides nothing and says who it was', async ({
  page,
  owner,
  browser,
}) => {
  const [path = ''] = await readReports(page, owner, ['one.pdf']);
  const colleague = await colleagueOf(owner, browser);
  await openReview(page, path);
  // News of the page are late.
  await page.route(/\/api\/documents\/.*\/(extraction|review)$/, (route) => route.abort());
  await openReview(colleague.page, path);
  await colleague.page.keyboard.press('Alt+l');
  await colleague.page.keyboard.type('Another word');
  await expect(colleague.page.getByText('Saved', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(`${colleague.user.name} corrected page 1 since you looked.`)).toBeVisible();
  await page.unrouteAll();
  await expect(page.getByTestId('review-lines')).toContainText('Another word');
  await expect(page.getByText('In review', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Page 1 is approved.')).toBeVisible();
});

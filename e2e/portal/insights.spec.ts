import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { openReview } from '../fixtures/review.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

test('a workspace without pages is told what makes figures appear', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/insights`);
  await expect(page.getByRole('heading', { name: 'No figures for this time' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all time' }).click();
  await expect(page.getByRole('heading', { name: 'No figures yet' })).toBeVisible();
  await expectAccessible(page, 'no insights');
});

test('what was corrected and approved is in the charts, in their tables and in the file', async ({
  page,
  owner,
}) => {
  const path = await openReview(page, owner);
  const documentId = path.match(/documents\/([^/]+)/)?.[1] ?? '';
  const saved = await page.request.post(`/api/documents/${documentId}/pages/1/revisions`, {
    headers: { origin: serverUrl() },
    data: { saveId: 'abcdefgh', base: 0, operations: [{ op: 'set', line: 'r0', text: 'Chapter zero' }] },
  });
  expect(saved.status()).toBe(200);
  await page.reload();
  await page.getByText('Chapter zero').waitFor();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: 'Page 2 of 2' })).toBeVisible();
  await tag(documentId, owner.workspace.id, 'Letters');

  await page.getByRole('link', { name: 'Insights' }).click();
  const approved = page.locator('dl > div', { hasText: 'Pages approved' });
  await expect(approved).toContainText('1');
  const figure = page.getByRole('region', { name: 'Read wrong', exact: true });
  await expect(figure).toContainText('1 approved page');
  await expect(page.getByRole('region', { name: 'Read wrong, by tag' })).toContainText('Letters');
  await expect(page.getByRole('row', { name: 'one zero 1' })).toBeVisible();

  // By keyboard alone: the figures of the chart as a file, and as a table.
  const file = page.waitForEvent('download');
  await figure.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect((await file).suggestedFilename()).toBe('read-wrong.csv');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('row')).toHaveCount(14);
  await page.keyboard.press('Tab');
  await expect(figure.getByRole('region', { name: 'Read wrong: table' })).toBeFocused();
  await expectAccessible(page, 'insights');

  await page.getByRole('link', { name: '30 days' }).click();
  await page.waitForURL(/range=30-days/);
  await expect(page.getByRole('heading', { name: 'Pages per day' })).toBeVisible();
});

async function tag(documentId: string, workspaceId: string, name: string): Promise<void> {
  const id = randomUUID();
  await sharedDatabase(
    `INSERT INTO tag (id, workspace_id, name, color) VALUES ($1, $2, $3, 'green')`,
    ...[id, workspaceId, name],
  );
  await sharedDatabase('INSERT INTO document_tag (document_id, tag_id) VALUES ($1, $2)', documentId, id);
}

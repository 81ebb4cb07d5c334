import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { textOfPdf } from '#lib/testing/text-of-pdf.ts';
import { textOfZip } from '#lib/testing/text-of-zip.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { makeReceipt, makeReport, receiptText } from '../fixtures/documents.ts';
import { expectAllPages, expectText, uploadAndOpen } from '../fixtures/portal-page.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

test('the PDF of a corrected document is found by the corrected word', async ({ page, owner }) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  const path = await uploadAndOpen(page, await makeReceipt());
  await expectText(page, receiptText);
  const documentId = path.split('/').at(-1) ?? '';
  const saved = await page.request.post(`/api/documents/${documentId}/pages/1/revisions`, {
    headers: { cookie: cookieHeader(owner), origin: serverUrl() },
    data: {
      saveId: 'thecorrection',
      base: 0,
      operations: [{ op: 'set', line: 'r0', text: 'Corner Delicatessen' }],
    },
  });
  expect(saved.ok()).toBe(true);

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: /Searchable PDF/ })).toBeChecked();
  await expectAccessible(page, 'choosing a format');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const link = dialog.getByRole('link', { name: /^Download/ });
  await expect(link).toBeVisible();
  await expectAccessible(page, 'a finished export');
  const pdf = await downloaded(page, () => link.click());
  expect(pdf.suggestedFilename()).toBe('receipt.pdf');
  const [text = ''] = await textOfPdf(await bytesOf(pdf));
  expect(text).toContain('Delicatessen');
  expect(text).toContain('Coffee 7.95');
  expect(text).not.toContain('Grocery');

  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('radio', { name: /Plain text/ }).click();
  const txt = await downloaded(page, () => dialog.getByRole('button', { name: 'Download' }).click());
  expect((await bytesOf(txt)).toString()).toBe(receiptText.replace('Grocery', 'Delicatessen'));
});

test('a zip of two documents is written while the list of exports tells how far it is', async ({
  page,
  owner,
}) => {
  const { slug } = owner.workspace;
  await page.goto(`/${slug}/exports`);
  await expect(page.getByRole('heading', { name: 'Nothing has been exported yet' })).toBeVisible();
  await expectAccessible(page, 'no exports');
  const ids: string[] = [];
  for (const name of ['one.pdf', 'two.pdf']) {
    await page.goto(`/${slug}/documents`);
    const path = await uploadAndOpen(page, await makeReport(ids.length + 2, name));
    await expectAllPages(page, ids.length + 2, 'succeeded');
    ids.push(path.split('/').at(-1) ?? '');
  }
  await page.goto(`/${slug}/exports`);
  await startExport(page, slug, ids);
  const row = page.getByRole('listitem').filter({ hasText: '2 documents (Searchable PDF).zip' });
  await expect(row.getByText('Ready')).toBeVisible();
  await expectAccessible(page, 'the list of exports');
  const zip = await downloaded(page, () => row.getByRole('link', { name: /^Download/ }).click());
  expect(Object.keys(textOfZip(await bytesOf(zip)))).toEqual(['one.pdf', 'two.pdf']);

  await sharedDatabase(
    "UPDATE export SET expires_at = now() - interval '1 day' WHERE workspace_id = $1",
    owner.workspace.id,
  );
  await page.reload();
  await expect(row.getByText('Expired')).toBeVisible();
  await row.getByRole('button', { name: /^Export again/ }).click();
  await expect(row.getByText('Ready')).toBeVisible();
});

/** What choosing two documents in a list does. */
async function startExport(page: Page, workspace: string, documentIds: string[]): Promise<void> {
  const { callAction } = await import('../fixtures/server-action.ts');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const input = { workspace, format: 'pdf', selection: { documentIds } };
  const answer = await callAction('(portal)/[workspace]/exports/actions.ts#startExport', [input], { cookie });
  expect(answer.ok).toBe(true);
}

import { randomBytes } from 'node:crypto';
import { rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLockedPdf } from '#lib/testing/encrypted-pdf.ts';
import { makeBlankPng, makeEncryptedPdf } from '#lib/testing/hostile-files.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { makeReceipt, receiptText } from '../fixtures/documents.ts';
import { expectText, type TestFile, testFile, uploadAndOpen, uploadRow } from '../fixtures/portal-page.ts';
import { descendantsOf } from '../fixtures/processes.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';

/** Files that get through the browser's and the server's first look and are found out when they are opened. */
const unreadable: { what: string; file: () => Promise<TestFile>; isCalled: string; says: RegExp }[] = [
  {
    what: 'a PDF with a password',
    file: async () => testFile('secret.pdf', 'application/pdf', makeEncryptedPdf()),
    isCalled: 'Locked',
    says: /protected with a password/,
  },
  {
    what: 'a JPEG that breaks off',
    file: async () => {
      const whole = await makePageImage(['It ends too soon'], { format: 'jpeg' });
      return testFile('half.jpg', 'image/jpeg', whole.subarray(0, whole.length / 2));
    },
    // Its head is fine: only reading its one page shows that the rest is missing.
    isCalled: 'Could not be read',
    says: /damaged or incomplete/,
  },
  {
    what: 'a PNG of 30,000 × 30,000 pixels',
    file: async () => testFile('huge.png', 'image/png', makeBlankPng(30_000, 30_000)),
    isCalled: 'Could not be read',
    says: /megapixels/,
  },
  {
    what: 'a PDF of no pages',
    file: async () => testFile('empty.pdf', 'application/pdf', await makePdf([])),
    isCalled: 'Could not be read',
    says: /no pages/i,
  },
];

test.beforeEach(({ page, owner }) => page.goto(`/${owner.workspace.slug}/documents`));

for (const { what, file, isCalled, says } of unreadable) {
  test(`${what} is shown with the reason, and the next receipt is read as ever`, async ({ page, owner }) => {
    await uploadAndOpen(page, await file());
    await expect(page.getByText(says)).toBeVisible();
    await page.goto(`/${owner.workspace.slug}/documents`);
    const row = page.getByRole('main').getByRole('listitem');
    await expect(row).toContainText(isCalled);
    await expect(row).toContainText(says);

    await uploadAndOpen(page, await makeReceipt());
    await expectText(page, receiptText);
  });
}

test('a locked PDF is read once its password is entered', async ({ page, owner }) => {
  const text = `Kept under lock by ${owner.id}`;
  await uploadAndOpen(page, testFile('locked.pdf', 'application/pdf', makeLockedPdf(text, 'sesame')));
  const password = page.getByLabel('Password of the PDF');
  await password.fill('wrong');
  await page.getByRole('button', { name: 'Unlock and read' }).click();
  await expect(page.getByText('The password does not open this PDF')).toBeVisible();
  await expect(password).toBeFocused();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(password).toHaveAccessibleDescription(/The password does not open this PDF/);
  await password.fill('sesame');
  await page.getByRole('button', { name: 'Unlock and read' }).click();
  await expectText(page, text);
});

test('a text that is named .png is refused, and says why', async ({ page }) => {
  await page
    .getByTestId('file-picker')
    .setInputFiles(testFile('note.png', 'image/png', Buffer.from('just a note')));
  await expect(uploadRow(page, 'note.png')).toContainText(/not an image or a PDF/);
});

test('a file of no bytes is refused in the browser and by the server', async ({ page, owner, request }) => {
  await page.getByTestId('file-picker').setInputFiles(testFile('nothing.png', 'image/png', Buffer.alloc(0)));
  await expect(uploadRow(page, 'nothing.png')).toContainText('This file is empty');
  const response = await request.post(uploadPath(owner.workspace.slug), {
    headers: { origin: serverUrl() },
    data: Buffer.alloc(0),
  });
  expect(response.status()).toBe(422);
  expect((await response.json()).error.message).toMatch(/empty/);
});

test('a file of 200 MB is refused in the browser, and by the server before it has stored it', async ({
  page,
  owner,
}) => {
  const path = join(tmpdir(), `lectern-large-${randomBytes(6).toString('hex')}.png`);
  await writeFile(path, '');
  await truncate(path, 200 * 1_048_576);
  await page.getByTestId('file-picker').setInputFiles(path);
  await expect(uploadRow(page, 'lectern-large')).toContainText(
    'This file has 200 MB; at most 100 MB are possible',
  );
  await rm(path);

  const headers = { cookie: cookieHeader(owner), origin: serverUrl() };
  const chunk = makeBlankPng(1, 1);
  let sentBytes = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = sentBytes === 0 ? chunk : Buffer.alloc(1_048_576);
      sentBytes += part.length;
      if (sentBytes > 200 * 1_048_576) controller.close();
      else controller.enqueue(part);
    },
  });
  // Says nothing of its length beforehand.
  const request = { method: 'POST', headers, body: endless, duplex: 'half' };
  const response = await fetch(`${serverUrl()}${uploadPath(owner.workspace.slug)}`, request);
  expect(response.status).toBe(413);
  expect((await response.json()).error.message).toMatch(/100 MB/);
});

test('none of them ends the web or the worker process', async ({ page, request }) => {
  const before = servants();
  for (const { file } of unreadable) {
    const { name, mimeType, buffer } = await file();
    const [, slug] = new URL(page.url()).pathname.split('/');
    const path = `/api/uploads?workspace=${slug}&name=${name}`;
    const response = await request.post(path, {
      headers: { origin: serverUrl(), 'content-type': mimeType },
      data: buffer,
    });
    expect(response.status()).toBe(201);
  }
  await uploadAndOpen(page, await makeReceipt());
  await expectText(page, receiptText);
  expect(servants()).toEqual(before);
  expect((await request.get('/api/health/ready')).status()).toBe(200);
});

function uploadPath(slug: string): string {
  return `/api/uploads?workspace=${slug}&name=sent.png`;
}

/** The processes that the shared server's supervisor keeps running. */
function servants(): number[] {
  const supervisor = Number(process.env.LECTERN_E2E_PID);
  return descendantsOf(supervisor)
    .filter(({ parent }) => parent === supervisor)
    .map(({ pid }) => pid)
    .sort((a, b) => a - b);
}

import type { Page } from '@playwright/test';
import { pageRows } from '../fixtures/page-rows.ts';
import { expect, serverUrl, storageStateOf, test } from '../fixtures/test.ts';
import { makeVictim, type Victim } from '../fixtures/victim.ts';

// Every page, opened in a browser that obeys the policy: nothing of ours may need what it forbids.

test.describe.configure({ mode: 'default' });

let victim: Victim;

test.beforeAll(async () => {
  victim = await makeVictim();
});

/** Notes whatever the policy stops from now on; survives moving to other pages. */
async function watchViolations(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => void seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const note: unknown = Reflect.get(window, 'noteViolation');
      const where = `${location.pathname}: ${effectiveDirective} ${blockedURI}`;
      if (typeof note === 'function') note(`${where} by ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) seen.push(message.text());
  });
  return seen;
}

test('no page does what its own policy forbids, and each has a nonce of its own', async ({ browser }) => {
  test.slow();
  const nonces = new Set<string>();
  for (const [name, { path, kind }] of Object.entries(pageRows)) {
    const context = await browser.newContext({
      storageState: kind !== 'open' ? storageStateOf(victim.owner) : { cookies: [], origins: [] },
    });
    const page = await context.newPage();
    const violations = await watchViolations(page);
    const response = await page.goto(serverUrl() + path(victim), { waitUntil: 'load' });
    // React has taken over: what it adds to the page has been added.
    await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__react')));
    expect.soft(violations, name).toEqual([]);
    const policy = response?.headers()['content-security-policy'] ?? '';
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? `none on ${name}`);
    expect.soft(policy, name).not.toMatch(/script-src[^;]*unsafe/);
    await context.close();
  }
  expect(nonces.size).toBe(Object.keys(pageRows).length);
});

test('menus, dialogs, messages and moving about do nothing that the policy forbids', async ({
  page,
  owner,
}) => {
  const violations = await watchViolations(page);
  await page.goto(`/${owner.workspace.slug}/documents`);
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('link', { name: 'General', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the workspace' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Profile', exact: true }).click();
  await page.waitForURL('**/settings/profile');
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your profile was saved.')).toBeVisible();
  await page.getByRole('link', { name: 'Insights', exact: true }).click();
  await page.waitForURL('**/insights');
  expect(violations).toEqual([]);
});

test('a script that got into a page does not run', async ({ page, owner }) => {
  const violations = await watchViolations(page);
  const attack =
    '<script>window.wasRun = 1</script><img src="/none" onerror="window.wasRun = 2"><script src="/none.js"></script>';
  await page.route('**/documents', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${attack}</body>`) });
  });
  await page.goto(`/${owner.workspace.slug}/documents`);
  await expect.poll(() => violations.join('\n')).toMatch(/script-src-elem inline/);
  await expect.poll(() => violations.join('\n')).toMatch(/script-src-attr inline/);
  await expect.poll(() => violations.join('\n')).toMatch(/script-src-elem .*none\.js/);
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
});

test('every answer carries the security headers, whatever it is', async ({ page, owner, request }) => {
  await page.goto(`/${owner.workspace.slug}/documents`);
  const script = await page.locator('script[src*="/_next/static/"]').first().getAttribute('src');
  const paths = [
    '/',
    '/sign-in',
    '/no/such/page',
    '/api/no-such-route',
    '/api/documents',
    '/api/health/live',
  ];
  for (const path of [...paths, '/v1/predictions', '/icon.svg', '/_next/static/none.js', script ?? '']) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect.soft(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    // This installation is spoken to without TLS.
    expect.soft(headers, path).not.toHaveProperty('strict-transport-security');
    expect.soft(headers, path).not.toHaveProperty('x-powered-by');
  }
});

import { expect, type Page, test } from '@playwright/test';
import { query } from '../fixtures/database.ts';
import { makeReport, reportText } from '../fixtures/documents.ts';
import {
  databaseUrlOf,
  endLectern,
  freePort,
  type Lectern,
  launchLectern,
  newDataDir,
  startLectern,
} from '../fixtures/lectern.ts';
import {
  expectAllPages,
  pageButtons,
  pageStates,
  uploadAndOpen,
  watchedPages,
  watchPages,
} from '../fixtures/portal-page.ts';
import { descendantsOf, isAlive, type Process } from '../fixtures/processes.ts';

// One server of its own, whose processes are killed one after the other while it works.

const owner = { email: 'ada@example.org', password: 'a long enough password' };
const settings = {
  LECTERN_ADMIN_EMAIL: owner.email,
  LECTERN_ADMIN_PASSWORD: owner.password,
  LECTERN_API_TOKEN: 'lect_a_token_for_the_chaos_test',
};
let folder: ReturnType<typeof newDataDir>;
let lectern: Lectern;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = newDataDir();
  lectern = await startLectern({ dataDir: folder.dataDir, port: await freePort(), settings });
});

test.afterAll(async () => {
  await endLectern(lectern);
  folder.remove();
});

test('thirty pages in flight survive the death of every process in turn: none is lost, none is there twice', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const total = 30;
  await signIn(page);
  await uploadAndOpen(page, await makeReport(total));
  await watchPages(page);
  await expect.poll(() => pageStates(page)).toContain('processing');

  const deaths: [string, (candidate: Process) => boolean][] = [
    ['an engine child', isEngineChild],
    ['the worker', isWorker],
    ['the web process', isWeb],
    ['PostgreSQL', isPostgres],
  ];
  for (const [name, matches] of deaths) {
    await test.step(`the death of ${name}`, async () => {
      expect(await pageStates(page)).not.toEqual(allOf(total, 'succeeded'));
      const { pid } = await findProcess(matches);
      const older = pidsOf(matches);
      process.kill(pid, 'SIGKILL');
      await findProcess((candidate) => matches(candidate) && !older.includes(candidate.pid));
      await expectReady();
    });
  }

  await expectAllPages(page, total, 'succeeded', 150_000);
  await expect(pageButtons(page)).toHaveCount(total);
  // The open page was never loaded anew, and never took back that a page had been read.
  for (const states of await watchedPages(page)) expect(states.indexOf('succeeded')).toBe(states.length - 1);

  const database = databaseUrlOf(folder.dataDir);
  const jobs = await query(database, 'SELECT status FROM job');
  expect(jobs).toEqual([{ status: 'succeeded' }]);
  const read = await query(database, 'SELECT page_number, status, text FROM job_page ORDER BY page_number');
  expect(read).toEqual(
    Array.from({ length: total }, (_, index) => ({
      page_number: index + 1,
      status: 'succeeded',
      text: reportText(index + 1, total),
    })),
  );
  await expect
    .poll(() => query(database, "SELECT id FROM prediction WHERE status IN ('starting', 'processing')"), {
      timeout: 60_000,
    })
    .toEqual([]);
});

test('a second start on the same data says who is there and ends', async () => {
  const second = launchLectern({ dataDir: folder.dataDir, port: await freePort(), settings });
  await expect.poll(() => second.supervisor.exitCode).toBe(1);
  expect(second.said()).toBe(
    `Lectern is already running on ${folder.dataDir}: process ${lectern.supervisor.pid}, ${lectern.url}.\n`,
  );
  await expectReady();
});

test('after the supervisor was killed, a new start takes over and reads on', async ({ page }) => {
  test.setTimeout(120_000);
  const total = 12;
  await signIn(page);
  const path = await uploadAndOpen(page, await makeReport(total, 'second.pdf'));
  await expect.poll(() => pageStates(page)).toContain('processing');
  const orphans = pidsOf(() => true);
  await endLectern(lectern, 'SIGKILL');
  lectern = await startLectern({ dataDir: folder.dataDir, port: lectern.port, settings });
  expect(orphans.filter(isAlive)).toEqual([]);

  await page.goto(`${lectern.url}${path}`);
  await expectAllPages(page, total, 'succeeded', 90_000);
  const database = databaseUrlOf(folder.dataDir);
  const read = await query(
    database,
    "SELECT count(*)::int AS rows, count(DISTINCT page_number)::int AS pages FROM job_page JOIN job ON job.id = job_id JOIN document ON document.id = document_id WHERE document.name = 'second.pdf' AND job_page.status = 'succeeded'",
  );
  expect(read).toEqual([{ rows: total, pages: total }]);
});

test('SIGTERM ends everything within five seconds, though a stream is open and a reply is held', async ({
  page,
}) => {
  await signIn(page);
  const streamOpen = page.waitForResponse(/\/api\/events/);
  await page.reload();
  await streamOpen;
  const held = fetch(`${lectern.url}/v1/models/lectern/sleep/predictions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${settings.LECTERN_API_TOKEN}`, prefer: 'wait=60' },
    body: JSON.stringify({ input: { seconds: 60 } }),
  }).then(
    ({ status }) => status,
    () => 'broken off',
  );
  const database = databaseUrlOf(folder.dataDir);
  await expect
    .poll(() =>
      query(database, "SELECT count(*)::int AS running FROM prediction WHERE status = 'processing'"),
    )
    .toEqual([{ running: 1 }]);

  const all = pidsOf(() => true);
  expect(all.length).toBeGreaterThan(3);
  const askedAt = performance.now();
  expect(await endLectern(lectern, 'SIGTERM')).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(5_000);
  expect(all.filter(isAlive)).toEqual([]);
  expect([201, 'broken off']).toContain(await held);
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${lectern.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/documents');
}

async function expectReady(): Promise<void> {
  await expect
    .poll(() => fetch(`${lectern.url}/api/health/ready`).then(({ status }) => status, String), {
      timeout: 30_000,
    })
    .toBe(200);
}

/** Waits until the running Lectern has such a process. */
async function findProcess(matches: (candidate: Process) => boolean): Promise<Process> {
  const found: Process[] = [];
  await expect(() => {
    found.push(...allProcesses().filter(matches));
    expect(found).not.toEqual([]);
  }).toPass({ timeout: 30_000, intervals: [50] });
  return found[0] ?? { pid: 0, parent: 0, command: '' };
}

function allProcesses(): Process[] {
  return descendantsOf(Number(lectern.supervisor.pid));
}

function pidsOf(matches: (candidate: Process) => boolean): number[] {
  return allProcesses()
    .filter(matches)
    .map(({ pid }) => pid);
}

function isEngineChild({ command }: Process): boolean {
  return command.includes('lib/engine/pool/child-main.ts');
}

function isWorker({ command }: Process): boolean {
  return command === 'lectern worker' || command.includes('lib/worker/main.ts');
}

function isWeb({ command, parent }: Process): boolean {
  return parent === lectern.supervisor.pid && command.includes('next');
}

/** The server itself; those it forks for its clients carry titles of their own. */
function isPostgres({ command }: Process): boolean {
  return /\/postgres -D /.test(command) && !command.includes('postgres-watchdog');
}

function allOf(count: number, status: string): string[] {
  return Array.from({ length: count }, () => status);
}

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import { jobProgress, unlockDocument } from '#lib/jobs/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { newDocument, scopeOf } from '#lib/testing/documents.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerPortalTasks } from './portal-tasks.ts';

const PASSWORD = 'open-sesame-but-tell-nobody';
const user = await createUser();
const scope = scopeOf(user);
const patience = { timeout: 15_000 };

const locked = () => new EngineError('encrypted', 'This PDF is protected with a password.');
let unlock: () => Promise<Uint8Array>;
let passwords: string[] = [];
let inspect: EnginePool['inspect'];

const engine: EnginePool = {
  size: 1,
  inspect: (...asked) => inspect(...asked),
  unlock({ password }) {
    passwords.push(password);
    return unlock();
  },
  renderPage: async () => Buffer.from('picture'),
  searchablePdf: () => Promise.reject(new Error('Nothing is exported here.')),
  readPage: () => Promise.reject(new Error('The portal reads no pages itself.')),
  close: async () => undefined,
};

beforeAll(() => registerPortalTasks(engine, new AbortController().signal));
beforeEach(() => {
  passwords = [];
  inspect = () => Promise.reject(locked());
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function documentOf(id: string) {
  return (await jobProgress(scope, id)).document;
}

async function lockedDocument(): Promise<string> {
  const id = await newDocument(user);
  await expect.poll(() => documentOf(id), patience).toMatchObject({ state: 'unreadable', locked: true });
  return id;
}

/** The rows of documents, jobs and tasks that hold a text. */
async function rowsWith(text: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ place: string; content: string }[]>`
    SELECT 'task ' || name AS place, to_jsonb(task)::text AS content FROM pgboss.job AS task
    UNION ALL SELECT 'document', to_jsonb(document)::text FROM document
    UNION ALL SELECT 'job', to_jsonb(job)::text FROM job`;
  return rows.filter(({ content }) => content.includes(text)).map(({ place }) => place);
}

it('has the password in no row while and after it opens the document', async () => {
  const documentId = await lockedDocument();
  unlock = async () => Buffer.from('%PDF-1.7 without encryption');
  inspect = async () => ({ kind: 'pdf', format: 'pdf', pages: [{ width: 10, height: 20 }] });
  await unlockDocument(scope, documentId, PASSWORD);
  expect(await rowsWith(documentId)).toContain('task unlock-document');
  expect(await rowsWith(PASSWORD)).toEqual([]);
  await expect.poll(() => documentOf(documentId), patience).toMatchObject({ state: 'ready', locked: false });
  expect(passwords).toEqual([PASSWORD]);
  expect(await rowsWith(PASSWORD)).toEqual([]);
});

it('leaves the document locked when no run could open it, and the password in no row', async () => {
  const documentId = await lockedDocument();
  unlock = () => Promise.reject(new EngineError('crashed', 'The OCR engine stopped unexpectedly.'));
  await unlockDocument(scope, documentId, PASSWORD);
  // All of the task's reruns would take longer.
  await database().$executeRaw`UPDATE pgboss.job SET retry_limit = 1 WHERE name = 'unlock-document'`;
  await expect
    .poll(() => documentOf(documentId), patience)
    .toMatchObject({
      state: 'unreadable',
      locked: true,
      problem: 'The file could not be opened just now. Try again.',
      job: { status: 'failed' },
    });
  expect(passwords).toEqual([PASSWORD, PASSWORD]);
  expect(await rowsWith(documentId)).toEqual(
    expect.arrayContaining(['task unlock-document', 'task fail-unlocking', 'document', 'job']),
  );
  expect(await rowsWith(PASSWORD)).toEqual([]);
});

it('forgets even the sealed password a minute after the task has ended', async () => {
  const tasksWithPassword = () => rowsWith('sealedPassword');
  await expect.poll(async () => new Set(await tasksWithPassword()).size, patience).toBe(2);
  const ended = () => database().$executeRaw`
    UPDATE pgboss.job SET completed_on = now() - interval '61 seconds'
    WHERE data ? 'sealedPassword' AND completed_on IS NOT NULL`;
  await eventually('the tasks to be removed', async () => {
    await ended();
    // Due at once, rather than in its minute.
    await database().$executeRaw`UPDATE pgboss.queue SET maintain_on = NULL`;
    return (await tasksWithPassword()).length === 0;
  });
});

it('says that the unlocked copy is too large, and does not try again', async () => {
  const documentId = await lockedDocument();
  unlock = async () => new Uint8Array(300 * 1_048_576 + 1);
  await unlockDocument(scope, documentId, PASSWORD);
  await expect
    .poll(() => documentOf(documentId), patience)
    .toMatchObject({
      state: 'unreadable',
      locked: false,
      problem: expect.stringContaining('300 MB'),
      job: { status: 'failed' },
    });
  expect(passwords).toEqual([PASSWORD]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { authorize } = await import('#lib/access/index.ts');
const { authenticateToken } = await import('#lib/accounts/index.ts');
const { database } = await import('#lib/platform/database.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { apiTokenOf, createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, scopeOf } = await import('#lib/testing/documents.ts');
const { reading, submissionsOf, submitAll, tell } = await import('#lib/testing/reading.ts');
const jobs = await import('./index.ts');

afterAll(async () => {
  await closeQueue();
  await service.stop();
});

async function counted(workspaceId: string) {
  const rows = await database().usageDay.findMany({ where: { workspaceId }, orderBy: { subjectId: 'asc' } });
  return rows.map(({ workspaceId: _, ...row }) => row);
}

it('counts each page once for who began the job, however often its end is told', async () => {
  const user = await createUser();
  const scope = scopeOf(user);
  const documentId = await documentWithPages(user, 2);
  const [first, second] = await submitAll(scope, documentId);
  await Promise.all([1, 2, 3].map(() => tell(first, 'succeeded', { output: reading })));
  await tell(second, 'failed', { error: 'damaged' });
  await tell(second, 'succeeded', { output: reading });
  expect(await counted(user.workspace.id)).toMatchObject([
    { subjectKind: 'user', subjectId: user.id, pages: 1, failedPages: 1 },
  ]);
});

it('counts a page that failed and was read at its second try as both, and one never handed over as failed', async () => {
  const user = await createUser();
  const scope = scopeOf(user);
  const documentId = await documentWithPages(user, 2);
  const [first, second] = await submissionsOf(documentId);
  await jobs.failPage(scope, first?.submissionId ?? '', 'The service is away.');
  await jobs.failPage(scope, first?.submissionId ?? '', 'The service is away.');
  await jobs.retryPage(scope, documentId, 1);
  for (const page of await submitAll(scope, documentId)) await tell(page, 'succeeded', { output: reading });
  expect(second).toBeDefined();
  expect(await counted(user.workspace.id)).toMatchObject([{ pages: 2, failedPages: 1 }]);
});

it('counts the pages of a job that a program began for its token', async () => {
  const user = await createUser();
  const token = await authenticateToken(await apiTokenOf(user));
  if (!token) throw new Error('The token is not valid.');
  const documentId = await documentWithPages(user, 1);
  await jobs.cancelJob(scopeOf(user), documentId);
  const scope = authorize(token, user.workspace.id, 'job:write');
  await jobs.rerunDocument(scope, documentId);
  const page = (await submitAll(scope, documentId)).find(({ status }) => status === 'submitted');
  await tell(page, 'succeeded', { output: reading });
  expect(await counted(user.workspace.id)).toMatchObject([
    { subjectKind: 'token', subjectId: token.tokenId, pages: 1 },
  ]);
});

it('makes the same count of what was read before there was one, a page that a later job carries over once', async () => {
  const user = await createUser();
  const scope = scopeOf(user);
  const documentId = await documentWithPages(user, 2);
  for (const page of await submitAll(scope, documentId)) await tell(page, 'succeeded', { output: reading });
  await jobs.rerunDocument(scope, documentId, { page: 1 });
  const again = (await submitAll(scope, documentId)).find(({ status }) => status === 'submitted');
  await tell(again, 'failed', { error: 'damaged' });
  const kept = await counted(user.workspace.id);
  expect(kept).toMatchObject([{ pages: 2, failedPages: 1 }]);
  await database().usageDay.deleteMany();
  for (const statement of backfill()) await database().$executeRawUnsafe(statement);
  expect(await counted(user.workspace.id)).toEqual(kept);
});

/** The statements of the migration that count what there is. */
function backfill(): string[] {
  const folder = readdirSync('prisma/migrations').find((name) => name.endsWith('_usage_backfill'));
  const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, 'utf8');
  return sql.split(';').filter((statement) => statement.includes('INSERT INTO "usage_day"'));
}

import { afterAll, describe, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, scopeOf } = await import('#lib/testing/documents.ts');
const { submitAll, tasks, tell } = await import('#lib/testing/reading.ts');
const { pollPage, reconcileJobs, retryFailedPages } = await import('./index.ts');

const user = await createUser();
const scope = scopeOf(user);

afterAll(async () => {
  await closeQueue();
  await service.stop();
});

async function submittedPage() {
  const documentId = await documentWithPages(user, 1);
  const [page] = await submitAll(scope, documentId);
  if (!page) throw new Error('The document has a page.');
  return { documentId, page, submissionId: page.submissionId };
}

async function roundsOf(submissionId: string) {
  const polls = await tasks('poll-page');
  return polls.filter((poll) => poll.submissionId === submissionId).map(({ round }) => round);
}

describe('asking about a page', () => {
  it('goes on in one chain, however often a run is repeated after it has planned the next', async () => {
    const { submissionId } = await submittedPage();
    await pollPage(scope, { submissionId, round: 1 });
    await pollPage(scope, { submissionId, round: 1 });
    await Promise.all([1, 2, 2].map((round) => pollPage(scope, { submissionId, round })));
    expect(await roundsOf(submissionId)).toEqual([2, 3]);
  });

  it('is not begun a second time by the reconciliation', async () => {
    const { submissionId } = await submittedPage();
    await pollPage(scope, { submissionId, round: 1 });
    const inAMinute = { now: () => new Date(Date.now() + 60_000) };
    await reconcileJobs(new AbortController().signal, inAMinute);
    expect(await roundsOf(submissionId)).toEqual([2]);
  });

  it('ends with the page, and with a try that was replaced', async () => {
    const { documentId, page, submissionId } = await submittedPage();
    await tell(page, 'failed', { error: 'torn' });
    await pollPage(scope, { submissionId, round: 1 });
    await retryFailedPages(scope, documentId);
    await pollPage(scope, { submissionId, round: 1 });
    expect(await roundsOf(submissionId)).toEqual([]);
  });
});

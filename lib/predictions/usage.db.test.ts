import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { database } from '#lib/platform/database.ts';
import { portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import { type Ending, endPrediction } from './end-prediction.ts';
import { setProcessing } from './prediction-life-store.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

let scope: Scope;
beforeAll(async () => {
  scope = await newApiScope();
});
afterAll(() => closeQueue());

/** What is counted for each token or person of the workspace. */
async function counted({ workspaceId }: Scope) {
  const rows = await database().usageDay.findMany({ where: { workspaceId } });
  return rows.map(({ subjectKind, subjectId, pages, failedPages }) => [
    subjectKind,
    subjectId,
    pages,
    failedPages,
  ]);
}

function tokenOf({ actor }: Scope): string {
  if (actor.kind !== 'token') throw new Error('This test is about tokens.');
  return actor.tokenId;
}

/** Ends it as a worker would that ran it. */
async function end(of: Scope, id: string, ending: Ending): Promise<void> {
  await setProcessing(of, id, new Date());
  await endPrediction(of, id, ending);
}

async function quota({ workspaceId: id }: Scope, monthlyPageQuota: number | null): Promise<void> {
  await database().workspace.update({ where: { id }, data: { monthlyPageQuota } });
}

describe('usage', () => {
  it('counts a prediction once for its token, the pages of a document each, and a failed one apart', async () => {
    const [page, document, failed] = await Promise.all([1, 2, 3].map(() => newPrediction(scope)));
    const ends = [
      [page, { status: 'succeeded', output: { text: 'one' } }],
      [page, { status: 'succeeded', output: 'told again' }],
      [document, { status: 'succeeded', output: 'one\ftwo\f', pagesRead: 3 }],
      [failed, { status: 'failed', error: 'damaged', pagesRead: 2 }],
    ] as const;
    for (const [prediction, ending] of ends) await end(scope, prediction?.id ?? '', ending);
    expect(await counted(scope)).toEqual([['token', tokenOf(scope), 6, 1]]);
  });

  it('counts nothing for what was canceled, nor for the key of the portal', async () => {
    const other = await newApiScope();
    await cancelPrediction(other, (await newPrediction(other)).id);
    const portal = await authenticateToken(portalToken(other.workspaceId));
    if (!portal) throw new Error('The portal has no key.');
    const own = authorize(portal, other.workspaceId, 'prediction:write');
    const { id } = await newPrediction(own);
    await end(own, id, { status: 'succeeded', output: 'one' });
    expect((await database().prediction.findUniqueOrThrow({ where: { id } })).status).toBe('succeeded');
    expect(await counted(other)).toEqual([]);
  });
});

describe('a quota', () => {
  it('lets exactly one of two that ask at the same time have the last page', async () => {
    const two = await newApiScope();
    await quota(two, 1);
    const asked = await Promise.allSettled([newPrediction(two), newPrediction(two)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'QuotaReached', message: expect.stringContaining('1 page a month') },
    });
    expect(await database().prediction.count({ where: { workspaceId: two.workspaceId } })).toBe(1);
  });

  it('gives a page back that was canceled, and keeps one that was read', async () => {
    const one = await newApiScope();
    await quota(one, 1);
    await cancelPrediction(one, (await newPrediction(one)).id);
    const { id } = await newPrediction(one);
    await end(one, id, { status: 'succeeded', output: 'one' });
    await expect(newPrediction(one)).rejects.toMatchObject({ name: 'QuotaReached' });
    await quota(one, null);
    await newPrediction(one);
  });
});

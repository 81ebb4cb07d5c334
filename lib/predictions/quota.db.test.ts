import { afterAll, describe, expect, it, vi } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { closeLive } from '#lib/live/index.ts';
import type { ModelEngine } from '#lib/models/index.ts';
import { database } from '#lib/platform/database.ts';
import { portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { getQuota } from '#lib/usage/index.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import { getPrediction } from './get-prediction.ts';
import { runPrediction } from './run-prediction.ts';

// What documents of several pages take of a workspace's quota: as many pages as they have, and as were read.

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

afterAll(async () => {
  await closeQueue();
  await closeLive();
});

/** A document that stops before `stopsAt` until `goOn` is called, or the run is broken off. */
function documentOf(pages: number, stopsAt = pages + 1) {
  const resumed = Promise.withResolvers<void>();
  const state = { read: 0 };
  const engine: ModelEngine = {
    size: 1,
    inspect: async () => ({
      kind: 'pdf',
      format: 'pdf',
      pages: Array.from({ length: pages }, () => ({ width: 1, height: 1 })),
    }),
    async readPage({ page }, { signal } = {}) {
      if (page === stopsAt) {
        const broken = Promise.withResolvers<void>();
        signal?.addEventListener('abort', () => broken.reject(new Error('Broken off.')));
        await Promise.race([resumed.promise, broken.promise]);
      }
      state.read += 1;
      return { text: `text ${page}`, width: 1, height: 1, angle: 0, lines: [] };
    },
  };
  return { engine, state, goOn: () => resumed.resolve() };
}

const version = 'abiruyt/text-extract-ocr';
const newDocument = (scope: Scope) =>
  newPrediction(scope, { version, input: { image: 'data:,x' }, stream: true });
const run = (id: string, engine: ModelEngine, signal = new AbortController().signal) =>
  runPrediction(id, { engine, signal });

async function workspaceWithQuota(monthlyPageQuota: number): Promise<Scope> {
  const scope = await newApiScope();
  await database().workspace.update({ where: { id: scope.workspaceId }, data: { monthlyPageQuota } });
  return scope;
}

const readPages = async (scope: Scope) => (await getQuota(scope))?.readPages;

describe('a document', () => {
  it('with more pages than are left fails before one is read, and says all numbers', async () => {
    const scope = await workspaceWithQuota(2);
    const { engine, state } = documentOf(3);
    const { id } = await newDocument(scope);
    await run(id, engine);
    expect(await getPrediction(scope, id)).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/2 pages a month .* 2 pages more cannot be accepted/),
    });
    expect(state.read).toBe(0);
    expect(await getQuota(scope)).toMatchObject({ readPages: 0, pagesUnderWay: 0 });
  });

  it('takes all of its pages from when they are known, so that two at once never get more than there are', async () => {
    const scope = await workspaceWithQuota(10);
    const [first, second] = [documentOf(8, 1), documentOf(8)];
    const ids = [(await newDocument(scope)).id, (await newDocument(scope)).id] as const;
    const running = run(ids[0], first.engine);
    await eventually('the pages of the first', async () => (await getQuota(scope))?.pagesUnderWay === 9);
    await run(ids[1], second.engine);
    expect((await getPrediction(scope, ids[1])).status).toBe('failed');
    await expect(newPrediction(scope)).resolves.toMatchObject({ status: 'starting' });
    first.goOn();
    await running;
    expect((await getPrediction(scope, ids[0])).status).toBe('succeeded');
    expect(await getQuota(scope)).toMatchObject({ readPages: 8, pagesUnderWay: 1 });
  });

  it('that was let on is not asked again when its run broke off, and each page counts once', async () => {
    const scope = await workspaceWithQuota(3);
    const { id } = await newDocument(scope);
    const stop = new AbortController();
    const broken = run(id, documentOf(3, 2).engine, stop.signal);
    await eventually('its pages', async () => (await getQuota(scope))?.pagesUnderWay === 3);
    stop.abort();
    await expect(broken).rejects.toThrow();
    await run(id, documentOf(3).engine);
    expect((await getPrediction(scope, id)).status).toBe('succeeded');
    expect(await getQuota(scope)).toMatchObject({ readPages: 3, pagesUnderWay: 0 });
  });

  it('that is canceled counts the pages that were read until then', async () => {
    const scope = await workspaceWithQuota(10);
    const { engine, state } = documentOf(5, 4);
    const { id } = await newDocument(scope);
    const running = run(id, engine);
    await eventually('three pages', () => state.read === 3);
    await cancelPrediction(scope, id);
    await running;
    expect((await getPrediction(scope, id)).status).toBe('canceled');
    expect(await getQuota(scope)).toMatchObject({ readPages: 3, pagesUnderWay: 0 });
  });

  it('of which a page fails counts those that were read before it', async () => {
    const scope = await workspaceWithQuota(10);
    const { engine } = documentOf(3);
    const { ModelFailure } = await import('#lib/models/index.ts');
    const torn: ModelEngine = {
      ...engine,
      readPage: (input, options) =>
        input.page === 3 ? Promise.reject(new ModelFailure('Torn.')) : engine.readPage(input, options),
    };
    const { id } = await newDocument(scope);
    await run(id, torn);
    expect((await getPrediction(scope, id)).status).toBe('failed');
    expect(await readPages(scope)).toBe(2);
  });

  it('that the portal asked for is neither counted nor refused: its job was', async () => {
    const { workspaceId } = await workspaceWithQuota(1);
    const portal = await authenticateToken(portalToken(workspaceId));
    const scope = authorize(portal, workspaceId, 'prediction:write');
    const { id } = await newDocument(scope);
    await run(id, documentOf(3).engine);
    expect((await getPrediction(scope, id)).status).toBe('succeeded');
    expect(await getQuota(scope)).toMatchObject({ readPages: 0, pagesUnderWay: 0 });
  });
});

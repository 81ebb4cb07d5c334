import { afterAll, describe, expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { boss } from './boss.ts';
import { closeQueue, enqueue, enqueueMany, work } from './index.ts';

afterAll(() => closeQueue());

describe('tasks', () => {
  it('exist exactly when the transaction that enqueued them commits', async () => {
    const ran: string[] = [];
    await work('fail-prediction', 1, async ({ predictionId }) => void ran.push(predictionId));
    const failing = inTransaction(async (tx) => {
      await enqueue(tx, 'fail-prediction', { predictionId: 'rolled back' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await inTransaction((tx) => enqueue(tx, 'fail-prediction', { predictionId: 'committed' }));
    await vi.waitFor(() => expect(ran).toEqual(['committed']), { timeout: 10_000 });
  });

  it('run in the order of their priority, and equal ones in the order they came', async () => {
    const ran: number[] = [];
    const page = (pageNumber: number) => ({ workspaceId: 'w', documentId: 'd', pageNumber });
    await inTransaction((tx) =>
      enqueueMany(tx, 'render-page', [
        { payload: page(3), priority: -3 },
        { payload: page(1), priority: -1 },
        { payload: page(2), priority: -2 },
      ]),
    );
    await work('render-page', 1, async ({ pageNumber }) => void ran.push(pageNumber));
    await vi.waitFor(() => expect(ran).toEqual([1, 2, 3]), { timeout: 10_000 });
  });

  it('are run again after a run that threw', async () => {
    const runs: number[] = [];
    await work('cancel-submission', 1, async (_payload, { run }) => {
      runs.push(run);
      if (run === 1) throw new Error('the first run fails');
    });
    await inTransaction((tx) => enqueue(tx, 'cancel-submission', { workspaceId: 'w', predictionId: 'p' }));
    await vi.waitFor(() => expect(runs).toEqual([1, 2]), { timeout: 15_000 });
  });

  it('of one group take their share of the places and leave the rest to others', async () => {
    const held = Promise.withResolvers<void>();
    const running: string[] = [];
    const delivery = (group: string, attempt: number) => ({ payload: { deliveryId: group, attempt }, group });
    await work(
      'deliver-webhook',
      4,
      async ({ deliveryId }) => {
        running.push(deliveryId);
        await held.promise;
      },
      { perGroup: 2 },
    );
    const slow = [1, 2, 3, 4, 5].map((attempt) => delivery('slow', attempt));
    await inTransaction((tx) => enqueueMany(tx, 'deliver-webhook', [...slow, delivery('other', 1)]));
    await vi.waitFor(() => expect(running.toSorted()).toEqual(['other', 'slow', 'slow']), {
      timeout: 10_000,
    });
    held.resolve();
    await vi.waitFor(() => expect(running).toHaveLength(6), { timeout: 10_000 });
  });

  it('of one group follow each other at once, however fast they end', async () => {
    let ran = 0;
    await work('fail-delivery', 3, async () => void ran++, { perGroup: 1 });
    const payloads = Array.from({ length: 40 }, (_, attempt) => ({ deliveryId: 'd', attempt }));
    const startedAt = performance.now();
    await inTransaction((tx) =>
      enqueueMany(
        tx,
        'fail-delivery',
        payloads.map((payload) => ({ payload, group: 'one' })),
      ),
    );
    await vi.waitFor(() => expect(ran).toBe(40), { timeout: 90_000 });
    // Runners look for forgotten tasks every two seconds: nothing here may have to wait for that.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 100_000);

  it('refuse a payload of the wrong form before anything is written', async () => {
    const wrong = { predictionId: 7 } as unknown as { predictionId: string };
    await expect(inTransaction((tx) => enqueue(tx, 'run-prediction', wrong))).rejects.toThrow('predictionId');
  });

  it('that run beyond their time give up their place, and are run again', async () => {
    const runs: number[] = [];
    const held = Promise.withResolvers<void>();
    await work('fail-page', 1, async (_payload, { run }) => {
      runs.push(run);
      if (run === 1) await held.promise;
    });
    const data = { workspaceId: 'w', jobPageId: 'j', submissionId: 's' };
    await (await boss()).insert('fail-page', [{ data, expireInSeconds: 1 }]);
    await vi.waitFor(() => expect(runs).toEqual([1, 2]), { timeout: 15_000 });
    held.resolve();
  }, 20_000);

  it('are given back when the process stops: those that just failed, and those that do not end in time', async () => {
    const started: string[] = [];
    const release = Promise.withResolvers<void>();
    let wasToldToStop = false;
    await work('end-overdue-prediction', 2, async ({ predictionId }, { signal }) => {
      started.push(predictionId);
      signal.addEventListener('abort', () => {
        wasToldToStop = true;
      });
      await release.promise;
      if (predictionId === 'fails') throw new Error('broken off');
      await new Promise(() => undefined);
    });
    const entries = ['fails', 'hangs'].map((predictionId) => ({ payload: { predictionId } }));
    await inTransaction((tx) => enqueueMany(tx, 'end-overdue-prediction', entries));
    await vi.waitFor(() => expect(started).toHaveLength(2), { timeout: 10_000 });
    release.resolve();
    await closeQueue(50);
    const states = await database().$queryRaw`
      SELECT state::text FROM pgboss.job WHERE name = 'end-overdue-prediction'`;
    expect(states).toEqual([{ state: 'retry' }, { state: 'retry' }]);
    expect(wasToldToStop).toBe(true);
  });
});

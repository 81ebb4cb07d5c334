import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { createPrediction } from './create-prediction.ts';
import { type Ending, endPrediction } from './end-prediction.ts';
import type { Prediction } from './prediction.ts';
import { setProcessing, setProgress } from './prediction-life-store.ts';
import { predictionToWire } from './prediction-to-wire.ts';
import { type StreamEvent, streamPrediction } from './stream-prediction.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

let scope: Scope;
beforeAll(async () => {
  scope = await newApiScope();
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function create(version = 'replicate/canary', stream?: boolean): Promise<Prediction> {
  return await createPrediction(scope, {
    version,
    input: version === 'replicate/canary' ? { text: 'a' } : { image: 'https://example.org/a.pdf' },
    webhook: undefined,
    webhookEventsFilter: undefined,
    stream,
    ownHosts: [],
  });
}

function signatureOf(prediction: Prediction): string {
  return predictionToWire(prediction).urls.stream?.split('/').at(-1) ?? '';
}

async function open(prediction: Prediction, lastEventId: string | null = null, signal = never()) {
  const address = { id: prediction.id, signature: signatureOf(prediction), lastEventId };
  return await streamPrediction(address, signal);
}

function never(): AbortSignal {
  return new AbortController().signal;
}

async function show(prediction: Prediction, output: string[]): Promise<void> {
  await inTransaction(async (tx) => {
    await setProcessing(scope, prediction.id, new Date(), tx);
    await setProgress(tx, scope, prediction.id, { logs: '', output });
  });
}

async function allOf(events: AsyncIterable<StreamEvent>): Promise<[string, string][]> {
  const told: [string, string][] = [];
  for await (const event of events) if (event.type !== 'idle') told.push([event.type, event.data]);
  return told;
}

async function end(prediction: Prediction, ending: Ending): Promise<void> {
  await endPrediction(scope, prediction.id, ending);
}

describe('a stream', () => {
  it('tells the output while it grows, and the end', async () => {
    const prediction = await create();
    const events = await open(prediction);
    await show(prediction, ['one']);
    expect((await events.next()).value).toMatchObject({ type: 'output', data: 'one' });
    await end(prediction, { status: 'succeeded', output: ['one', ' two', ' three'] });
    expect(await allOf(events)).toEqual([
      ['output', ' two'],
      ['output', ' three'],
      ['done', '{}'],
    ]);
  });

  it('of a prediction that has ended tells all of it again, or what came behind the last event heard', async () => {
    const prediction = await create();
    await show(prediction, []);
    await end(prediction, { status: 'succeeded', output: ['one', ' two'] });
    const events = await open(prediction);
    const first = (await events.next()).value;
    await events.return(undefined);
    const again = await open(prediction, first?.type === 'output' ? first.id : null);
    expect(await allOf(again)).toEqual([
      ['output', ' two'],
      ['done', '{}'],
    ]);
  });

  it('begins at the beginning for an id that is none of its own', async () => {
    const prediction = await create();
    await end(prediction, { status: 'canceled' });
    const other = await create();
    await show(other, []);
    await end(other, { status: 'succeeded', output: ['one'] });
    const foreign = `${prediction.createdAt.getTime() - 1}:1`;
    expect(await allOf(await open(other, foreign))).toEqual([
      ['output', 'one'],
      ['done', '{}'],
    ]);
  });

  it.each([
    [
      { status: 'failed', error: 'torn' } as const,
      [
        ['error', '{"detail":"torn"}'],
        ['done', '{"reason":"error"}'],
      ],
    ],
    [{ status: 'canceled' } as const, [['done', '{"reason":"canceled"}']]],
  ])('tells why there is no more: %j', async (ending, told) => {
    const prediction = await create();
    const events = await open(prediction);
    await end(prediction, ending);
    expect(await allOf(events)).toEqual(told);
  });

  it('ends when its reader goes', async () => {
    const leaving = new AbortController();
    const events = await open(await create(), null, leaving.signal);
    const next = events.next();
    leaving.abort();
    expect((await next).done).toBe(true);
  });

  it('of a workspace that is deleted ends within seconds, and is told to nobody who asks anew', async () => {
    const own = await newApiScope();
    const prediction = await createPrediction(own, {
      ...{ version: 'replicate/canary', input: { text: 'a' }, ownHosts: [] },
      ...{ webhook: undefined, webhookEventsFilter: undefined },
    });
    const events = await open(prediction);
    await inTransaction((tx) => setProcessing(own, prediction.id, new Date(), tx));
    await inTransaction((tx) => setProgress(tx, own, prediction.id, { logs: '', output: ['one'] }));
    expect((await events.next()).value).toMatchObject({ type: 'output', data: 'one' });
    const all = allOf(events);
    await database().workspace.update({ where: { id: own.workspaceId }, data: { deletedAt: new Date() } });
    expect(await all).toEqual([]);
    await expect(open(prediction)).rejects.toThrow(NotFound);
  }, 20_000);

  it('is told to nobody who guesses its address', async () => {
    const [prediction, other] = [await create(), await create()];
    for (const signature of ['', 'guessed', signatureOf(other)]) {
      const address = { id: prediction.id, signature, lastEventId: null };
      await expect(streamPrediction(address, never())).rejects.toThrow(NotFound);
    }
  });
});

describe('urls.stream', () => {
  it('is there for models whose output is an iterator, and for pages where it was asked for', async () => {
    const streamOf = (prediction: Prediction) => predictionToWire(prediction).urls.stream;
    expect(streamOf(await create())).toMatch(/\/v1\/streams\//);
    expect(streamOf(await create('abiruyt/text-extract-ocr', true))).toMatch(/\/v1\/streams\//);
    expect(streamOf(await create('abiruyt/text-extract-ocr'))).toBeUndefined();
  });
});

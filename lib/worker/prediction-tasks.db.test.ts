import { parseProgressFromLogs } from 'replicate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { createEnginePool, type EnginePool } from '#lib/engine/index.ts';
import { closeLive } from '#lib/live/index.ts';
import {
  cancelPrediction,
  createPrediction,
  getPrediction,
  type Prediction,
  predictionToWire,
  waitForPrediction,
} from '#lib/predictions/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { makePageImage } from '#lib/testing/image-factory.ts';
import {
  type ReceivedWebhook,
  startWebhookReceiver,
  type WebhookReceiver,
} from '#lib/testing/webhook-receiver.ts';
import { registerPredictionTasks } from './prediction-tasks.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
  process.env.LECTERN_ALLOW_HTTP_WEBHOOKS = '1';
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

let scope: Scope;
let engine: EnginePool;
let receiver: WebhookReceiver;

beforeAll(async () => {
  engine = createEnginePool({ processes: 1 });
  await registerPredictionTasks(engine, new AbortController().signal);
});
beforeEach(async () => {
  scope = await newApiScope();
  receiver = await startWebhookReceiver();
});
afterEach(() => receiver.close());
afterAll(async () => {
  await closeQueue();
  await engine.close();
  await closeLive();
});

async function create(version: string, input: object, webhook?: string): Promise<Prediction> {
  const request = { version, input: { ...input }, webhook, webhookEventsFilter: undefined, ownHosts: [] };
  return await createPrediction(scope, request);
}

async function endOf({ id }: Prediction): Promise<Prediction> {
  const options = { timeoutMs: 15_000, signal: new AbortController().signal };
  const ended = await waitForPrediction(scope, id, options);
  if (!ended) throw new Error('The prediction has not ended in time.');
  return ended;
}

const parsed = ({ body }: ReceivedWebhook) => JSON.parse(body);

async function allFrom(source: WebhookReceiver): Promise<ReceivedWebhook[]> {
  await eventually('the last webhook', () => source.received.some((webhook) => parsed(webhook).completed_at));
  return source.received;
}

describe('a worker', () => {
  it('runs a prediction and tells of every step, the last as GET would show it', async () => {
    const created = await create('replicate/canary', { text: 'hello there' }, receiver.url);
    const ended = await endOf(created);
    expect(ended).toMatchObject({ status: 'succeeded', output: ['hello', ' there'] });
    const told = await allFrom(receiver);
    expect(told.map((webhook) => [parsed(webhook).status, parsed(webhook).output])).toEqual([
      ['processing', null],
      ['processing', ['hello', ' there']],
      ['succeeded', ['hello', ' there']],
    ]);
    expect(told.at(-1)?.body).toBe(JSON.stringify(predictionToWire(ended)));
  });

  it('tells of progress at most twice a second', async () => {
    await create('lectern/sleep', { seconds: 2.5, logs: 40, log_interval_ms: 50 }, receiver.url);
    const updates = (await allFrom(receiver)).filter(
      (webhook) =>
        parsed(webhook).status === 'processing' && (parsed(webhook).logs || parsed(webhook).output),
    );
    expect(updates.length).toBeGreaterThanOrEqual(2);
    for (const [index, { receivedAtMs }] of updates.slice(1).entries())
      expect(receivedAtMs - (updates[index]?.receivedAtMs ?? 0)).toBeGreaterThan(480);
  });

  it('stops a canceled prediction and goes on with the next', async () => {
    const long = await create('lectern/sleep', { seconds: 60 }, receiver.url);
    await eventually('the start', async () => (await getPrediction(scope, long.id)).status === 'processing');
    await cancelPrediction(scope, long.id);
    expect((await endOf(await create('lectern/sleep', {}))).status).toBe('succeeded');
    expect((await getPrediction(scope, long.id)).status).toBe('canceled');
    expect((await allFrom(receiver)).map((webhook) => parsed(webhook).status)).toEqual([
      'processing',
      'canceled',
    ]);
  });

  it('runs predictions and serves other receivers while several leave all their messages unanswered', async () => {
    const { promise: later, resolve: answer } = Promise.withResolvers<void>();
    async function startStuckReceiver() {
      const stuck = await startWebhookReceiver(async () => {
        await later;
        return { status: 200 };
      });
      // More than may be sent to one receiver at a time.
      for (let count = 0; count < 6; count++) await create('lectern/sleep', {}, stuck.url);
      return stuck;
    }
    const stuck = await Promise.all(Array.from({ length: 6 }, startStuckReceiver));
    await eventually('all their places to be taken', () =>
      stuck.every(({ received }) => received.length === 5),
    );
    const createdAt = performance.now();
    expect((await endOf(await create('lectern/sleep', {}, receiver.url))).status).toBe('succeeded');
    expect((await allFrom(receiver)).at(-1)?.receivedAtMs).toBeLessThan(createdAt + 5_000);
    expect(stuck.map(({ received }) => received.length)).toEqual(stuck.map(() => 5));
    answer();
    for (const one of stuck) await one.close();
  });

  it('tells by webhook how far a page is, in the form that the official client reads', async () => {
    const lines = Array.from({ length: 25 }, (_, row) => `${row} ${'several words in a row, '.repeat(4)}`);
    const page = Buffer.from(await makePageImage(lines, { dpi: 200, fontSize: 8 }));
    const image = `data:image/png;base64,${page.toString('base64')}`;
    await create('lectern/page-ocr', { image }, receiver.url);
    const isTold = () => receiver.received.some((webhook) => parsed(webhook).completed_at);
    await eventually('the last webhook', isTold, 50_000);
    const progress = receiver.received.map((webhook) => parseProgressFromLogs(parsed(webhook)));
    const percents = progress.flatMap((told) => (told ? [Math.round(told.percentage * 100)] : []));
    expect(percents.length).toBeGreaterThan(1);
    expect(percents).toEqual(percents.toSorted((left, right) => left - right));
    expect(percents.at(-1)).toBe(100);
  }, 60_000);

  it('fails a prediction whose file the engine cannot read, with the engine’s reason', async () => {
    const ended = await endOf(
      await create('abiruyt/text-extract-ocr', { image: 'data:text/plain,no%20picture' }),
    );
    expect(ended.status).toBe('failed');
    expect(ended.error).toMatch(/neither a PDF nor an image/);
  });
});

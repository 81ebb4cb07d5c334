import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import type { PredictionStatus } from '#lib/contracts/index.ts';
import { closeLive } from '#lib/live/index.ts';
import type { ModelEngine } from '#lib/models/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { startWebhookReceiver, type WebhookReceiver } from '#lib/testing/webhook-receiver.ts';
import { deliverWebhook } from '#lib/webhooks/index.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import { createPrediction } from './create-prediction.ts';
import { endOverduePrediction } from './end-overdue-prediction.ts';
import { failPrediction } from './fail-prediction.ts';
import { getPrediction } from './get-prediction.ts';
import { isTerminal, type Prediction, statesBefore } from './prediction.ts';
import { predictionToWire } from './prediction-to-wire.ts';
import { runPrediction } from './run-prediction.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
  process.env.LECTERN_ALLOW_HTTP_WEBHOOKS = '1';
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

let scope: Scope;
let receiver: WebhookReceiver;
beforeAll(async () => {
  scope = await newApiScope();
});
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(() => receiver.close());
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

const unused = () => Promise.reject(new Error('No page is read here.'));
const engine: ModelEngine = { size: 1, inspect: unused, readPage: unused };

// The same scenarios each time; another seed tries others. Each is a life in a real database, so few must do.
const options = { numRuns: 30, seed: 1902 };

/** What may happen to a prediction, in any order and at the same time. A second `run` is a task that came twice. */
const happening = fc.constantFrom('run', 'run', 'restart', 'cancel', 'deadline', 'give up', 'deliver');
const scenario = fc.record({
  input: fc.record({ seconds: fc.constantFrom(0, 0.02, 0.3), fail: fc.boolean() }),
  moments: fc.array(fc.array(happening, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
});

type Happening = typeof happening extends fc.Arbitrary<infer Name> ? Name : never;

/** A prediction, the workers that run it, and everything it was seen as. */
class Life {
  readonly seen: Prediction[] = [];
  readonly id: string;
  private workers: { ended: Promise<unknown>; stop: AbortController }[] = [];

  constructor(id: string) {
    this.id = id;
  }

  async let(happening: Happening): Promise<unknown> {
    switch (happening) {
      case 'run':
        return this.startWorker();
      case 'restart':
        return await this.stopWorkers();
      case 'cancel':
        return await cancelPrediction(scope, this.id);
      case 'deadline':
        return await endOverduePrediction(this.id);
      case 'give up':
        return await failPrediction(this.id);
      case 'deliver':
        return await this.deliver();
    }
  }

  async look(): Promise<Prediction> {
    const now = await getPrediction(scope, this.id);
    this.seen.push(now);
    return now;
  }

  private startWorker(): void {
    const stop = new AbortController();
    const ended = runPrediction(this.id, { engine, signal: stop.signal }).catch(() => undefined);
    this.workers.push({ ended, stop });
  }

  async stopWorkers(): Promise<void> {
    const stopped = this.workers.splice(0);
    for (const { stop } of stopped) stop.abort();
    await Promise.all(stopped.map(({ ended }) => ended));
  }

  /** Makes the attempt that is due twice at the same time, as after a worker that was lost. @returns whether one was. */
  async deliver(): Promise<boolean> {
    const [due] = await database().delivery.findMany({
      where: { predictionId: this.id, state: 'pending' },
      include: { _count: { select: { attempts: true } } },
    });
    if (!due) return false;
    const attempt = { deliveryId: due.id, attempt: due._count.attempts + 1 };
    await Promise.allSettled([deliverWebhook(attempt), deliverWebhook(attempt)]);
    return true;
  }
}

async function live({ input, moments }: { input: object; moments: Happening[][] }): Promise<Life> {
  const { id } = await createPrediction(scope, {
    version: 'lectern/sleep',
    input: { ...input },
    webhook: receiver.url,
    webhookEventsFilter: undefined,
    ownHosts: [],
  });
  const life = new Life(id);
  for (const moment of moments) {
    await life.look();
    await Promise.all(moment.map((happening) => life.let(happening)));
  }
  await life.look();
  // The queue runs a task again until it has come to its end.
  await life.stopWorkers();
  await runPrediction(id, { engine, signal: new AbortController().signal });
  await life.look();
  while (await life.deliver());
  await life.look();
  return life;
}

/** Whether a prediction may be seen as `after` once it was seen as `before`. */
function leadsTo(before: PredictionStatus, after: PredictionStatus): boolean {
  return before === after || statesBefore(after).some((between) => leadsTo(before, between));
}

function expectOneHistory(seen: readonly Prediction[]): Prediction {
  for (const [at, after] of seen.slice(1).entries()) {
    const before = seen[at];
    if (!before) continue;
    expect(leadsTo(before.status, after.status), `${before.status} → ${after.status}`).toBe(true);
    if (isTerminal(before.status)) expect(after).toEqual(before);
    if (before.startedAt) expect(after.startedAt).toEqual(before.startedAt);
  }
  const end = seen.at(-1);
  if (!end) throw new Error('It was never seen.');
  expect(isTerminal(end.status), end.status).toBe(true);
  expect(end.completedAt).not.toBeNull();
  expect(end.startedAt === null).toBe(end.status === 'aborted');
  expect(end.output !== null).toBe(end.status === 'succeeded');
  expect(end.error !== null).toBe(end.status === 'failed');
  return end;
}

/** What receivers were told about it, each message once, however often it came. */
function toldOf(id: string): { body: string; status: string }[] {
  const messages = receiver.received
    .filter(({ body }) => messageSchema.parse(JSON.parse(body)).id === id)
    .map(({ headers, body }) => [headers['webhook-id'], body] as const);
  return [...new Map(messages).values()].map((body) => ({
    body,
    status: messageSchema.parse(JSON.parse(body)).status,
  }));
}

const messageSchema = z.object({ id: z.string(), status: z.string() });

it('leaves one legal history, whatever happens to a prediction and when', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (course) => {
      const life = await live(course);
      const end = expectOneHistory(life.seen);
      const told = toldOf(life.id);
      // At most the start and the output before the end; nothing after it.
      expect(told.length).toBeLessThanOrEqual(3);
      expect(told.slice(0, -1).every(({ status }) => status === 'processing')).toBe(true);
      expect(told.at(-1)?.body).toBe(JSON.stringify(predictionToWire(end)));
      const events = await database().delivery.findMany({ where: { predictionId: life.id } });
      for (const once of ['start', 'completed'])
        expect(events.filter(({ event }) => event === once).length).toBeLessThanOrEqual(1);
      expect(events.every(({ state }) => state === 'delivered')).toBe(true);
    }),
    options,
  );
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { validateWebhook } from 'replicate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import type { WebhookEvent } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId, seal } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { startWebhookReceiver, type WebhookReceiver } from '#lib/testing/webhook-receiver.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { failDelivery } from './fail-delivery.ts';
import { getWebhookSecret } from './get-webhook-secret.ts';
import { queueWebhooks } from './queue-webhooks.ts';

vi.hoisted(() => {
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

let scope: Scope;
const receivers: WebhookReceiver[] = [];

beforeAll(async () => {
  scope = await newApiScope();
});
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});
afterAll(() => closeQueue());

async function receive(...answer: Parameters<typeof startWebhookReceiver>): Promise<WebhookReceiver> {
  const receiver = await startWebhookReceiver(...answer);
  receivers.push(receiver);
  return receiver;
}

/** A prediction without a life: its messages are what these tests are about. */
async function newPrediction(): Promise<string> {
  const { workspaceId } = scope;
  const row = { workspaceId, model: 'a/b', version: 'c', input: {} };
  return (await database().prediction.create({ data: { id: newId(), ...row } })).id;
}

async function queue(predictionId: string, url: string, ...events: WebhookEvent[]): Promise<void> {
  const { workspaceId } = scope;
  await inTransaction(async (tx) => {
    await tx.prediction.update({ where: { id: predictionId }, data: { logs: '' } });
    const messages = events.map((event) => ({ event, body: JSON.stringify({ event }) }));
    await queueWebhooks(tx, { workspaceId, predictionId, url }, messages);
  });
}

async function statesOf(predictionId: string): Promise<Record<string, string>> {
  const rows = await database().delivery.findMany({ where: { predictionId }, orderBy: { createdAt: 'asc' } });
  return Object.fromEntries(rows.map(({ event, state }) => [event, state]));
}

/** Makes the attempt that the queue would make now; false when there is none to make. */
async function deliverNext(predictionId: string, attempt = 1): Promise<boolean> {
  const pending = await database().delivery.findMany({ where: { predictionId, state: 'pending' } });
  expect(pending.length).toBeLessThanOrEqual(1);
  const [delivery] = pending;
  if (delivery) await deliverWebhook({ deliveryId: delivery.id, attempt });
  return delivery !== undefined;
}

const eventsAt = ({ received }: WebhookReceiver) => received.map(({ body }) => JSON.parse(body).event);

describe('a message', () => {
  it('arrives as it was written, signed with the secret of the workspace', async () => {
    const receiver = await receive();
    const id = await newPrediction();
    await queue(id, `${receiver.url}/hook?a=1&b=%20`, 'completed');
    await deliverNext(id);
    const [webhook] = receiver.received;
    expect(webhook).toMatchObject({
      path: '/hook?a=1&b=%20',
      body: '{"event":"completed"}',
      headers: { 'content-type': 'application/json' },
    });
    const isValid = await validateWebhook({
      id: webhook?.headers['webhook-id'] ?? '',
      timestamp: webhook?.headers['webhook-timestamp'] ?? '',
      signature: webhook?.headers['webhook-signature'] ?? '',
      body: webhook?.body ?? '',
      secret: await getWebhookSecret(scope),
    });
    expect(isValid).toBe(true);
    expect(await statesOf(id)).toEqual({ completed: 'delivered' });
  });

  it('has arrived when the receiver said so, even if the rest of its answer never comes', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(200).write('thanks');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const id = await newPrediction();
    await queue(id, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'completed');
    await deliverNext(id);
    expect(await statesOf(id)).toEqual({ completed: 'delivered' });
    const attempt = await database().attempt.findFirst({ where: { delivery: { predictionId: id } } });
    expect(attempt).toMatchObject({ responseStatus: 200, error: null, responseHead: 'thanks' });
    server.closeAllConnections();
    server.close();
  });

  it('is sent once, however often its task is run', async () => {
    const receiver = await receive();
    const id = await newPrediction();
    await queue(id, receiver.url, 'completed');
    const delivery = await database().delivery.findFirstOrThrow({ where: { predictionId: id } });
    await deliverWebhook({ deliveryId: delivery.id, attempt: 1 });
    await deliverWebhook({ deliveryId: delivery.id, attempt: 1 });
    expect(receiver.received).toHaveLength(1);
  });

  it('keeps a record of every attempt', async () => {
    const receiver = await receive(() => ({ status: 500, body: `broken${'!'.repeat(2_000)}` }));
    const id = await newPrediction();
    await queue(id, receiver.url, 'completed');
    await deliverNext(id, 1);
    const [attempt] = await database().attempt.findMany({ where: { delivery: { predictionId: id } } });
    expect(attempt).toMatchObject({
      number: 1,
      responseStatus: 500,
      error: 'The receiver answered with status 500.',
    });
    expect(attempt?.responseHead).toHaveLength(1_024);
    expect(attempt?.durationMs).toBeGreaterThanOrEqual(0);
  });
});

describe('the end', () => {
  it('is tried seven times under one id, and then given up', async () => {
    const receiver = await receive(() => ({ status: 404 }));
    const id = await newPrediction();
    await queue(id, receiver.url, 'completed');
    for (let attempt = 1; attempt <= 6; attempt++) {
      await deliverNext(id, attempt);
      expect(await statesOf(id)).toEqual({ completed: 'pending' });
    }
    await deliverNext(id, 7);
    expect(await statesOf(id)).toEqual({ completed: 'gave_up' });
    expect(receiver.received).toHaveLength(7);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it.each([
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
    ['a refusal', { status: 410 }],
    ['an error', { status: 503 }],
  ])('counts %s as a failure, and follows it nowhere', async (_, answer) => {
    const receiver = await receive(({ path }) => (path === '/hook' ? answer : { status: 200 }));
    const id = await newPrediction();
    await queue(id, `${receiver.url}/hook`, 'completed');
    await deliverNext(id);
    expect(receiver.received).toHaveLength(1);
    expect(await statesOf(id)).toEqual({ completed: 'pending' });
  });

  it('is tried again when nobody listens', async () => {
    const id = await newPrediction();
    await queue(id, 'http://127.0.0.1:1/', 'completed');
    await deliverNext(id);
    const [attempt] = await database().attempt.findMany({ where: { delivery: { predictionId: id } } });
    expect(attempt).toMatchObject({ responseStatus: null, error: '127.0.0.1 refused the connection.' });
    expect(await statesOf(id)).toEqual({ completed: 'pending' });
  });
});

describe('the messages of one prediction', () => {
  it('arrive in order, one at a time, however they were queued', async () => {
    const receiver = await receive();
    const id = await newPrediction();
    await queue(id, receiver.url, 'start');
    await queue(id, receiver.url, 'output', 'completed');
    expect(await statesOf(id)).toEqual({ start: 'pending', output: 'waiting', completed: 'waiting' });
    while (await deliverNext(id));
    expect(eventsAt(receiver)).toEqual(['start', 'output', 'completed']);
  });

  it('are not held up by one that nobody took: it is not tried again', async () => {
    const receiver = await receive(({ body }) => ({ status: body.includes('start') ? 500 : 200 }));
    const id = await newPrediction();
    await queue(id, receiver.url, 'start');
    await queue(id, receiver.url, 'completed');
    while (await deliverNext(id));
    expect(eventsAt(receiver)).toEqual(['start', 'completed']);
    expect(await statesOf(id)).toEqual({ start: 'gave_up', completed: 'delivered' });
  });

  it('leave out updates that a newer message says better, and never the start', async () => {
    const receiver = await receive();
    const id = await newPrediction();
    await queue(id, receiver.url, 'start');
    await queue(id, receiver.url, 'logs');
    await queue(id, receiver.url, 'output');
    expect(await statesOf(id)).toEqual({ start: 'pending', output: 'waiting' });
    await queue(id, receiver.url, 'completed');
    expect(await statesOf(id)).toEqual({ start: 'pending', completed: 'waiting' });
    while (await deliverNext(id));
    expect(eventsAt(receiver)).toEqual(['start', 'completed']);
  });

  it('are not held up by one that no worker could attempt', async () => {
    const receiver = await receive();
    const id = await newPrediction();
    await queue(id, receiver.url, 'start');
    await queue(id, receiver.url, 'completed');
    const start = await database().delivery.findFirstOrThrow({ where: { predictionId: id, event: 'start' } });
    await failDelivery({ deliveryId: start.id, attempt: 1 });
    await failDelivery({ deliveryId: start.id, attempt: 1 });
    expect(await statesOf(id)).toEqual({ start: 'gave_up', completed: 'pending' });
    while (await deliverNext(id));
    expect(eventsAt(receiver)).toEqual(['completed']);
  });

  it('are not given up when an attempt was made after all and another one is planned', async () => {
    const receiver = await receive(() => ({ status: 500 }));
    const id = await newPrediction();
    await queue(id, receiver.url, 'completed');
    await deliverNext(id, 1);
    const { id: deliveryId } = await database().delivery.findFirstOrThrow({ where: { predictionId: id } });
    await failDelivery({ deliveryId, attempt: 1 });
    expect(await statesOf(id)).toEqual({ completed: 'pending' });
  });

  it('keep no text of what was sent but that of the end', async () => {
    const receiver = await receive();
    const id = await newPrediction();
    await queue(id, receiver.url, 'start');
    await queue(id, receiver.url, 'completed');
    while (await deliverNext(id));
    const rows = await database().delivery.findMany({ where: { predictionId: id } });
    expect(Object.fromEntries(rows.map(({ event, body }) => [event, body]))).toEqual({
      start: '',
      completed: '{"event":"completed"}',
    });
  });

  it('never end with an update after the end, even if that was queued while an update was on its way', async () => {
    const id = await newPrediction();
    const receiver = await receive(async ({ body }) => {
      if (body.includes('logs')) await queue(id, receiver.url, 'completed');
      return { status: 200 };
    });
    await queue(id, receiver.url, 'logs');
    while (await deliverNext(id));
    expect(eventsAt(receiver)).toEqual(['logs', 'completed']);
  });
});

describe('the signing secret', () => {
  it('is one per workspace, also when many ask for it first', async () => {
    const fresh = await newApiScope();
    const secrets = await Promise.all(Array.from({ length: 8 }, () => getWebhookSecret(fresh)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).not.toBe(await getWebhookSecret(scope));
  });

  it('has the form that every client can split, and is not kept in the clear', async () => {
    const secret = await getWebhookSecret(scope);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const row = await database().webhookSecret.findFirstOrThrow({
      where: { workspaceId: scope.workspaceId },
    });
    expect(row.sealedKey).not.toContain(secret.slice(6));
  });

  it('is made anew, once, when it was sealed with another LECTERN_SECRET', async () => {
    const fresh = await newApiScope();
    const sealedKey = seal('another secret of the installation, as long', 'whsec_old');
    await database().webhookSecret.create({ data: { workspaceId: fresh.workspaceId, sealedKey } });
    const secrets = await Promise.all(Array.from({ length: 8 }, () => getWebhookSecret(fresh)));
    expect(secrets[0]).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(new Set(secrets).size).toBe(1);
  });
});

import { validateWebhook } from 'replicate';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import {
  type ReceivedWebhook,
  startWebhookReceiver,
  type WebhookReceiver,
} from '#lib/testing/webhook-receiver.ts';
import {
  deliverWebhook,
  failDelivery,
  getDelivery,
  getWebhookSecret,
  listDeliveries,
  queueWebhooks,
  replaceWebhookSecret,
  replayDelivery,
} from './index.ts';

vi.hoisted(() => {
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

const owner = await createUser();
const scope = scopeOf(owner);
const receivers: WebhookReceiver[] = [];

afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});
afterAll(() => closeQueue());

function scopeOf({ id, role, workspace }: TestUser) {
  const memberships = [{ workspaceId: workspace.id, role }];
  return authorize({ kind: 'user', userId: id, memberships }, workspace.id, 'webhook:replay');
}

/** A receiver whose answer can be changed. */
async function receive(status: number) {
  const answer = { status };
  const receiver = await startWebhookReceiver(() => ({ ...answer, body: `said ${answer.status}` }));
  receivers.push(receiver);
  return { answer, receiver };
}

async function queue(url: string, event: 'start' | 'completed' = 'completed') {
  const { workspaceId } = scope;
  const row = { workspaceId, model: 'a/b', version: 'c', input: {} };
  const { id: predictionId } = await database().prediction.create({ data: { id: newId(), ...row } });
  const message = { event, body: JSON.stringify({ event }) };
  await inTransaction((tx) => queueWebhooks(tx, { workspaceId, predictionId, url }, [message]));
  return database().delivery.findFirstOrThrow({ where: { predictionId } });
}

/** Makes the attempts of these numbers, as the queue would. */
async function attempt(deliveryId: string, ...numbers: number[]): Promise<void> {
  for (const number of numbers) await deliverWebhook({ deliveryId, attempt: number });
}

const allTries = [1, 2, 3, 4, 5, 6, 7];
const validate = ({ headers, body }: ReceivedWebhook, secret: string) =>
  validateWebhook({
    id: headers['webhook-id'] ?? '',
    timestamp: headers['webhook-timestamp'] ?? '',
    signature: headers['webhook-signature'] ?? '',
    body,
    secret,
  });

describe('a message that is sent again', () => {
  it('after it was given up arrives under the same id, signed anew, and stands with who asked for it', async () => {
    const { answer, receiver } = await receive(500);
    const { id } = await queue(receiver.url);
    await attempt(id, ...allTries);
    expect(await getDelivery(scope, id)).toMatchObject({ state: 'gave_up' });
    answer.status = 204;
    await replayDelivery(scope, id);
    expect(await getDelivery(scope, id)).toMatchObject({ state: 'pending' });
    await attempt(id, 8);
    const delivery = await getDelivery(scope, id);
    expect(delivery.state).toBe('delivered');
    expect(delivery.attempts.map(({ responseStatus }) => responseStatus)).toEqual([
      ...allTries.map(() => 500),
      204,
    ]);
    expect(delivery.replays).toEqual([
      { attemptNumber: 8, requestedAt: expect.any(Date), requestedBy: { name: owner.name } },
    ]);
    const [first, last] = [receiver.received.at(0), receiver.received.at(-1)];
    if (!first || !last) throw new Error('Nothing has arrived.');
    expect(last.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(last.body).toBe(first.body);
    expect(await validate(last, await getWebhookSecret(scope))).toBe(true);
    expect(last.headers).toMatchObject(delivery.attempts.at(-1)?.headers ?? {});
  });

  it('is tried once, and stays delivered when it had arrived before', async () => {
    const { answer, receiver } = await receive(200);
    const { id } = await queue(receiver.url);
    await attempt(id, 1);
    answer.status = 503;
    await replayDelivery(scope, id);
    await attempt(id, 2);
    expect(await getDelivery(scope, id)).toMatchObject({
      state: 'delivered',
      attempts: [
        { error: null },
        { error: 'The receiver answered with status 503.', responseHead: 'said 503' },
      ],
    });
    expect(receiver.received).toHaveLength(2);
  });

  it('is given up again when it fails again, also when no worker could make the attempt', async () => {
    const { receiver } = await receive(500);
    const { id } = await queue(receiver.url);
    await attempt(id, ...allTries);
    await replayDelivery(scope, id);
    await attempt(id, 8);
    expect(await getDelivery(scope, id)).toMatchObject({ state: 'gave_up' });
    await replayDelivery(scope, id);
    await failDelivery({ deliveryId: id, attempt: 9 });
    expect(await getDelivery(scope, id)).toMatchObject({ state: 'gave_up' });
    expect(receiver.received).toHaveLength(8);
  });

  it('can be asked for again after an attempt that no worker could make, whose late tasks change nothing', async () => {
    const { receiver } = await receive(200);
    const { id } = await queue(receiver.url);
    await failDelivery({ deliveryId: id, attempt: 1 });
    await replayDelivery(scope, id);
    await failDelivery({ deliveryId: id, attempt: 1 });
    await replayDelivery(scope, id);
    await failDelivery({ deliveryId: id, attempt: 1 });
    await attempt(id, 1, 2);
    const { state, attempts, replays } = await getDelivery(scope, id);
    expect([state, attempts.map(({ number }) => number)]).toEqual(['delivered', [2]]);
    expect(replays.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 2]);
    expect(receiver.received).toHaveLength(1);
  });

  it('is sent once when two ask at the same time, and not at all while it is on its way', async () => {
    const { receiver } = await receive(200);
    const { id } = await queue(receiver.url);
    await expect(replayDelivery(scope, id)).rejects.toMatchObject({ kind: 'conflict' });
    await attempt(id, 1);
    const asked = await Promise.allSettled([replayDelivery(scope, id), replayDelivery(scope, id)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await attempt(id, 2, 3);
    expect(receiver.received).toHaveLength(2);
  });

  it('needs its text: what only told of progress, or was removed, is not sent again', async () => {
    const { receiver } = await receive(200);
    const start = await queue(receiver.url, 'start');
    await attempt(start.id, 1);
    const end = await queue(receiver.url);
    await attempt(end.id, 1);
    await database().delivery.update({ where: { id: end.id }, data: { body: '' } });
    for (const { id } of [start, end]) {
      await expect(replayDelivery(scope, id)).rejects.toThrow('not kept any more');
      expect(await getDelivery(scope, id)).toMatchObject({ body: null, state: 'delivered' });
    }
  });
});

describe('deliveries', () => {
  it('of another workspace, and those to the portal itself, are not there', async () => {
    const { receiver } = await receive(200);
    const stranger = scopeOf(await createUser());
    const { id } = await queue(receiver.url);
    const toPortal = await queue('http://127.0.0.1:3000/api/webhooks/predictions?submission=a');
    const notFound = expect.objectContaining({ kind: 'not_found' });
    await expect(getDelivery(stranger, id)).rejects.toEqual(notFound);
    await expect(replayDelivery(stranger, id)).rejects.toEqual(notFound);
    await expect(replayDelivery(scope, toPortal.id)).rejects.toEqual(notFound);
    expect((await listDeliveries(stranger)).items).toEqual([]);
    const ids = (await listDeliveries(scope)).items.map((delivery) => delivery.id);
    expect(ids).toContain(id);
    expect(ids).not.toContain(toPortal.id);
  });

  it('are listed by state, with what came last', async () => {
    const { answer, receiver } = await receive(500);
    const fresh = scopeOf(await createUser({ workspace: owner.workspace }));
    const failing = await queue(receiver.url);
    await attempt(failing.id, 1, 2);
    answer.status = 201;
    const taken = await queue(receiver.url);
    await attempt(taken.id, 1);
    const { items } = await listDeliveries(fresh, ['pending']);
    expect(items[0]).toMatchObject({ id: failing.id, lastAttempt: { number: 2, responseStatus: 500 } });
    expect(items.every(({ state }) => state === 'pending')).toBe(true);
    const delivered = await listDeliveries(fresh, ['delivered']);
    expect(delivered.items[0]).toMatchObject({
      id: taken.id,
      lastAttempt: { number: 1, responseStatus: 201 },
    });
  });
});

describe('a replaced secret', () => {
  it('signs beside the new one for a day', async () => {
    const { receiver } = await receive(200);
    const old = await getWebhookSecret(scope);
    await replaceWebhookSecret(scope);
    const current = await getWebhookSecret(scope);
    expect(current).not.toBe(old);
    const { id } = await queue(receiver.url);
    await attempt(id, 1);
    await replayDelivery(scope, id);
    const tomorrow = { now: () => new Date(Date.now() + 25 * 3_600_000) };
    await deliverWebhook({ deliveryId: id, attempt: 2 }, tomorrow);
    const [first, second] = receiver.received;
    if (!first || !second) throw new Error('Nothing has arrived.');
    expect([await validate(first, old), await validate(first, current)]).toEqual([true, true]);
    expect([await validate(second, old), await validate(second, current)]).toEqual([false, true]);
  });
});

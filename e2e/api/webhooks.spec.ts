import { type Prediction, validateWebhook } from 'replicate';
import {
  type ReceivedWebhook,
  startWebhookReceiver,
  type WebhookReceiver,
} from '#lib/testing/webhook-receiver.ts';
import { expect, test } from '../fixtures/test.ts';

// Webhooks as a program receives them: on a listener of this machine, checked by the official client.

let receiver: WebhookReceiver;
test.afterEach(() => receiver.close());

test('arrive signed, in order, and end with what GET answers', async ({ replicate }) => {
  receiver = await startWebhookReceiver();
  const { id } = await replicate.predictions.create({
    model: 'lectern/sleep',
    input: { seconds: 1, logs: 2, log_interval_ms: 300 },
    webhook: `${receiver.url}/here?from=test`,
    webhook_events_filter: ['start', 'output', 'logs', 'completed'],
  });
  await expect.poll(() => statuses().at(-1)).toBe('succeeded');
  expect(statuses().length).toBeGreaterThan(2);
  expect(
    statuses()
      .slice(0, -1)
      .every((status) => status === 'processing'),
  ).toBe(true);
  expect(JSON.parse(String(receiver.received.at(-1)?.body))).toEqual(await replicate.predictions.get(id));
  expect(new Set(ids()).size).toBe(receiver.received.length);

  const { key: secret } = await replicate.webhooks.default.secret.get();
  for (const webhook of receiver.received) {
    expect(webhook.path).toBe('/here?from=test');
    const { body, ...signed } = { ...signedParts(webhook), secret };
    expect(await validateWebhook({ ...signed, body })).toBe(true);
    // Frameworks hand over the parsed body: the client then writes it anew and must get the same bytes.
    expect(await validateWebhook({ ...signed, body: JSON.parse(body) })).toBe(true);
    expect(await validateWebhook({ ...signed, body: `${body} ` })).toBe(false);
  }
});

test('of the end are sent again, under the same id and a valid signature, until they are taken', async ({
  replicate,
}) => {
  receiver = await startWebhookReceiver(() => ({ status: receiver.received.length < 3 ? 500 : 204 }));
  await replicate.predictions.create({
    model: 'replicate/canary',
    input: { text: 'again' },
    webhook: receiver.url,
    webhook_events_filter: ['completed'],
  });
  await expect.poll(() => receiver.received.length).toBe(3);
  expect(new Set(ids()).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  const { key: secret } = await replicate.webhooks.default.secret.get();
  for (const webhook of receiver.received) {
    expect(await validateWebhook({ ...signedParts(webhook), secret })).toBe(true);
  }
});

test('say that a prediction was canceled, even when it runs', async ({ replicate }) => {
  receiver = await startWebhookReceiver();
  const { id } = await replicate.predictions.create({
    model: 'lectern/sleep',
    input: { seconds: 60 },
    webhook: receiver.url,
  });
  await expect.poll(statuses).toEqual(['processing']);
  await replicate.predictions.cancel(id);
  await expect.poll(statuses).toEqual(['processing', 'canceled']);
});

function statuses(): string[] {
  return receiver.received.map(({ body }) => {
    const { status }: Prediction = JSON.parse(body);
    return status;
  });
}

function ids(): string[] {
  return receiver.received.map((webhook) => signedParts(webhook).id);
}

function signedParts({ headers, body }: ReceivedWebhook) {
  const header = (name: string) => headers[`webhook-${name}`] ?? '';
  return { id: header('id'), timestamp: header('timestamp'), signature: header('signature'), body };
}

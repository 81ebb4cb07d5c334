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

test('hold as text what a parsed body becomes again, in any script', async ({ replicate }) => {
  receiver = await startWebhookReceiver();
  const text = 'Grüße 日本 🧾 </b> & "quoted" \u2028 \\ / 1.0';
  await replicate.predictions.create({
    model: 'replicate/canary',
    input: { text },
    webhook: receiver.url,
    webhook_events_filter: ['completed'],
  });
  await expect.poll(statuses).toEqual(['succeeded']);
  const [webhook] = receiver.received;
  if (!webhook) throw new Error('Nothing was received.');
  expect(JSON.parse(webhook.body)).toMatchObject({ input: { text } });
  expect(JSON.stringify(JSON.parse(webhook.body))).toBe(webhook.body);
  const { key: secret } = await replicate.webhooks.default.secret.get();
  const { body, ...signed } = signedParts(webhook);
  const request = new Request(receiver.url, { method: 'POST', headers: webhook.headers, body });
  expect(await validateWebhook(request, secret)).toBe(true);
  expect(await validateWebhook({ ...signed, secret, body })).toBe(true);
  expect(await validateWebhook({ ...signed, secret, body: JSON.parse(body) })).toBe(true);
  expect(await validateWebhook({ ...signed, secret, id: 'another', body })).toBe(false);
});

for (const [filter, expected] of [
  [undefined, ['processing', 'processing', 'succeeded']],
  [['start'], ['processing']],
  [['output'], ['processing']],
  [['completed', 'completed'], ['succeeded']],
  [[], []],
] as const)
  test(`are those that the filter ${JSON.stringify(filter)} names`, async ({ replicate }) => {
    receiver = await startWebhookReceiver();
    const path = (name: string) => ({ webhook: `${receiver.url}/${name}` });
    const model = 'lectern/sleep';
    const first = await replicate.predictions.create({
      model,
      ...{ input: {}, ...path('first') },
      ...(filter ? { webhook_events_filter: [...filter] } : {}),
    });
    await replicate.wait(first, { interval: 50 });
    const sent = () => receiver.received.filter((webhook) => webhook.path === '/first');
    await expect.poll(() => sent().length).toBe(expected.length);
    // What is told of a later prediction comes after all that was to be told of the first one.
    const later = { model, input: { seconds: 0.6 }, ...path('later') };
    await replicate.predictions.create({ ...later, webhook_events_filter: ['completed'] });
    await expect.poll(() => receiver.received.some((webhook) => webhook.path === '/later')).toBe(true);
    expect(sent().map(statusIn)).toEqual(expected);
  });

test('of progress keep half a second between them, and each says all that was said before', async ({
  replicate,
}) => {
  receiver = await startWebhookReceiver();
  await replicate.predictions.create({
    model: 'lectern/sleep',
    input: { logs: 40, log_interval_ms: 50 },
    webhook: receiver.url,
    webhook_events_filter: ['output', 'logs', 'completed'],
  });
  await expect.poll(() => statuses().at(-1)).toBe('succeeded');
  const updates = receiver.received.slice(0, -1);
  const gaps = updates.slice(1).map((each, at) => each.receivedAtMs - (updates[at]?.receivedAtMs ?? 0));
  expect(gaps.length).toBeGreaterThan(1);
  // Between sending and receiving lie some milliseconds, never the same.
  for (const gapMs of gaps) expect(gapMs).toBeGreaterThan(400);
  const logs = receiver.received.map(({ body }) => String(JSON.parse(body).logs));
  for (const [at, text] of logs.slice(1).entries()) expect(text.startsWith(logs[at] ?? '')).toBe(true);
  expect(logs.at(-1)).toContain('Line 40 of 40');
});

for (const status of [301, 307])
  test(`are not sent on by a ${status}, which counts as a failure`, async ({ replicate }) => {
    receiver = await startWebhookReceiver(({ path }) => {
      const isFirst = receiver.received.length === 1;
      return path === '/moved' && isFirst ? { status, headers: { location: '/there' } } : { status: 200 };
    });
    await replicate.predictions.create({
      model: 'replicate/canary',
      input: { text: 'x' },
      webhook: `${receiver.url}/moved`,
      webhook_events_filter: ['completed'],
    });
    await expect.poll(() => receiver.received.map(({ path }) => path)).toEqual(['/moved', '/moved']);
    expect(new Set(ids()).size).toBe(1);
  });

function statuses(): string[] {
  return receiver.received.map(statusIn);
}

function statusIn({ body }: ReceivedWebhook): string {
  const { status }: Prediction = JSON.parse(body);
  return status;
}

function ids(): string[] {
  return receiver.received.map((webhook) => signedParts(webhook).id);
}

function signedParts({ headers, body }: ReceivedWebhook) {
  const header = (name: string) => headers[`webhook-${name}`] ?? '';
  return { id: header('id'), timestamp: header('timestamp'), signature: header('signature'), body };
}

import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { createPrediction } from './create-prediction.ts';
import { endPrediction } from './end-prediction.ts';
import { createFile } from './files/create-file.ts';
import { getPrediction } from './get-prediction.ts';
import type { Prediction } from './prediction.ts';
import { predictionToWire } from './prediction-to-wire.ts';
import { removeExpiredData } from './remove-expired-data.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
  process.env.LECTERN_ALLOW_HTTP_WEBHOOKS = '1';
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

const HOUR_MS = 3_600_000;
let scope: Scope;
beforeEach(async () => {
  scope = await newApiScope();
});
afterAll(() => closeQueue());

async function ended(as: Scope, webhook?: string): Promise<Prediction> {
  const { id } = await createPrediction(as, {
    version: 'lectern/sleep',
    input: { fail: 'secret input' },
    webhook,
    webhookEventsFilter: ['completed'],
    ownHosts: [],
  });
  const prediction = await endPrediction(as, id, { status: 'canceled', logs: 'secret log' });
  if (!prediction) throw new Error('The prediction had ended before.');
  return prediction;
}

async function sweepAfter(hours: number): Promise<void> {
  await removeExpiredData({ now: () => new Date(Date.now() + hours * HOUR_MS + 1_000) });
}

async function setDelivered({ id }: Prediction): Promise<void> {
  await database().delivery.updateMany({ where: { predictionId: id }, data: { state: 'delivered' } });
}

describe('the data of an ended prediction', () => {
  it('is kept for an hour and removed then; what happened stays', async () => {
    const prediction = await ended(scope);
    await sweepAfter(0.9);
    expect(await getPrediction(scope, prediction.id)).toEqual(prediction);
    await sweepAfter(1);
    expect(predictionToWire(await getPrediction(scope, prediction.id))).toEqual({
      ...predictionToWire(prediction),
      input: {},
      logs: '',
      output: null,
      data_removed: true,
    });
    const row = await database().prediction.findUnique({ where: { id: prediction.id } });
    expect(JSON.stringify(row)).not.toContain('secret');
  });

  it('is kept until its webhooks have been told of, and not in them afterwards', async () => {
    const prediction = await ended(scope, 'http://127.0.0.1:9/');
    await sweepAfter(2);
    expect((await getPrediction(scope, prediction.id)).logs).toBe('secret log');
    await setDelivered(prediction);
    await sweepAfter(2);
    expect((await getPrediction(scope, prediction.id)).logs).toBe('');
    const deliveries = await database().delivery.findMany({ where: { predictionId: prediction.id } });
    expect(deliveries.map(({ body }) => body)).toEqual(['']);
  });

  it('is kept while it runs, however long', async () => {
    const { id } = await createPrediction(scope, {
      version: 'lectern/sleep',
      input: { seconds: 5 },
      webhook: undefined,
      webhookEventsFilter: undefined,
      ownHosts: [],
    });
    await sweepAfter(100);
    expect((await getPrediction(scope, id)).input).toMatchObject({ seconds: 5 });
  });
});

describe('what the portal asked for', () => {
  async function portalScope(): Promise<Scope> {
    const portal = await authenticateToken(portalToken(scope.workspaceId));
    return authorize(portal, scope.workspaceId, 'prediction:write');
  }

  it('is kept until the portal has taken it over', async () => {
    const prediction = await ended(await portalScope(), 'http://127.0.0.1:9/');
    await database().delivery.updateMany({
      where: { predictionId: prediction.id },
      data: { state: 'gave_up' },
    });
    await sweepAfter(24);
    expect((await getPrediction(scope, prediction.id)).logs).toBe('secret log');
    await setDelivered(prediction);
    await sweepAfter(24);
    expect((await getPrediction(scope, prediction.id)).logs).toBe('');
  });

  it('does not wait for ever', async () => {
    const prediction = await ended(await portalScope(), undefined);
    await sweepAfter(8 * 24);
    expect((await getPrediction(scope, prediction.id)).logs).toBe('');
  });
});

it('forgets files that have expired', async () => {
  const blob = await writeBlob([Buffer.from('x')], { maxBytes: 1 });
  const { id } = await createFile(scope, { blob, name: 'x', contentType: 'text/plain', metadata: {} });
  await sweepAfter(23);
  expect(await database().apiFile.count({ where: { id } })).toBe(1);
  await sweepAfter(24);
  expect(await database().apiFile.count({ where: { id } })).toBe(0);
});

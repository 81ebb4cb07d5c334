import { existsSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { blobPath, writeBlob } from '#lib/blobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { uploadOf } from '#lib/testing/documents.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { endPrediction } from './end-prediction.ts';
import { fileToWire } from './files/api-file.ts';
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
  const { id } = await newPrediction(as, {
    input: { fail: 'secret input' },
    webhook,
    webhookEventsFilter: ['completed'],
  });
  const prediction = await endPrediction(as, id, { status: 'canceled', logs: 'secret log' });
  if (!prediction) throw new Error('The prediction had ended before.');
  return prediction;
}

async function sweepAfter(hours: number): Promise<void> {
  const now = new Date(Date.now() + hours * HOUR_MS + 1_000);
  await removeExpiredData(undefined, { now: () => now });
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
    const { id } = await newPrediction(scope, {
      input: { seconds: 5 },
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
    const portal = await portalScope();
    const prediction = await ended(portal, 'http://127.0.0.1:9/');
    await database().delivery.updateMany({
      where: { predictionId: prediction.id },
      data: { state: 'gave_up' },
    });
    await sweepAfter(24);
    expect((await getPrediction(portal, prediction.id)).logs).toBe('secret log');
    await setDelivered(prediction);
    await sweepAfter(24);
    expect((await getPrediction(portal, prediction.id)).logs).toBe('');
  });

  it('does not wait for ever', async () => {
    const portal = await portalScope();
    const prediction = await ended(portal, undefined);
    await sweepAfter(8 * 24);
    expect((await getPrediction(portal, prediction.id)).logs).toBe('');
  });
});

describe('the bytes of a file', () => {
  let written = 0;

  async function newFile(): Promise<{ id: string; sha256: string; url: string }> {
    const blob = await writeBlob([Buffer.from(`file ${written++}`)], { maxBytes: 100 });
    const file = await createFile(scope, { blob, name: 'x', contentType: 'image/png', metadata: {} });
    return { ...file, url: fileToWire(file).urls.get };
  }

  const isThere = (sha256: string) => existsSync(blobPath(sha256));
  const isKnown = async (id: string) => (await database().apiFile.count({ where: { id } })) === 1;

  it('go with the file, an hour after it has expired', async () => {
    const { id, sha256 } = await newFile();
    await sweepAfter(24.9);
    expect([await isKnown(id), isThere(sha256)]).toEqual([true, true]);
    await sweepAfter(25);
    expect([await isKnown(id), isThere(sha256)]).toEqual([false, false]);
  });

  it('stay while a prediction needs them, and go with its data', async () => {
    const { id, sha256, url } = await newFile();
    const prediction = await newPrediction(scope, {
      version: 'abiruyt/text-extract-ocr',
      input: { image: url },
    });
    await sweepAfter(48);
    expect([await isKnown(id), isThere(sha256)]).toEqual([false, true]);
    await endPrediction(scope, prediction.id, { status: 'canceled' });
    await sweepAfter(48);
    expect(isThere(sha256)).toBe(false);
  });

  it('stay while anything else names them', async () => {
    const { sha256 } = await newFile();
    const user = await createUser();
    await uploadOf(user);
    await database().upload.updateMany({ where: { userId: user.id }, data: { sha256 } });
    await sweepAfter(48);
    expect(isThere(sha256)).toBe(true);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { closeLive } from '#lib/live/index.ts';
import type { ModelEngine } from '#lib/models/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import type { PredictionRequest } from './create-prediction.ts';
import { failPrediction } from './fail-prediction.ts';
import { getPrediction } from './get-prediction.ts';
import type { Prediction } from './prediction.ts';
import { runPrediction } from './run-prediction.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
  process.env.LECTERN_ALLOW_HTTP_WEBHOOKS = '1';
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

let scope: Scope;
beforeAll(async () => {
  scope = await newApiScope();
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

const blank = { text: '', width: 1, height: 1, angle: 0, lines: [] };
/** Reads a file as one page whose text is the file's path; no OCR is needed here. */
const engine: ModelEngine = {
  size: 1,
  inspect: async () => ({ kind: 'image', format: 'png', pages: [{ width: 1, height: 1 }] }),
  readPage: async ({ file }) => ({ ...blank, text: file }),
};
const running = () => ({ engine, signal: new AbortController().signal });

const create = (request: Partial<PredictionRequest>) => newPrediction(scope, request);

async function runToEnd(request: Partial<PredictionRequest>): Promise<Prediction> {
  const { id } = await create(request);
  await runPrediction(id, running());
  return await getPrediction(scope, id);
}

async function eventsOf(predictionId: string): Promise<string[]> {
  const rows = await database().delivery.findMany({ where: { predictionId }, orderBy: { createdAt: 'asc' } });
  return rows.map(({ event, state }) => `${event} ${state}`).toSorted();
}

describe('a run', () => {
  it('takes a prediction from its start to its result', async () => {
    const ended = await runToEnd({ version: 'replicate/canary', input: { text: 'read me aloud' } });
    expect(ended).toMatchObject({ status: 'succeeded', output: ['read', ' me', ' aloud'], error: null });
    expect(ended.startedAt?.getTime()).toBeGreaterThanOrEqual(ended.createdAt.getTime());
    expect(ended.completedAt?.getTime()).toBeGreaterThanOrEqual(ended.startedAt?.getTime() ?? Infinity);
  });

  it('shows the logs while they grow', async () => {
    const { id } = await create({ input: { seconds: 3, logs: 20, log_interval_ms: 100 } });
    const run = runPrediction(id, running());
    const seen = await eventually('logs of a running prediction', async () => {
      const now = await getPrediction(scope, id);
      return now.status === 'processing' && now.logs.includes('Line 2') && now;
    });
    expect(seen.logs).toMatch(/^Line 1 of 20\nLine 2 of 20\n/);
    await run;
    const ended = await getPrediction(scope, id);
    expect(ended.logs.startsWith(seen.logs)).toBe(true);
    expect(ended.logs).toContain('Line 20 of 20\n');
  });

  it('of a prediction that has ended changes nothing', async () => {
    const ended = await runToEnd({});
    await runPrediction(ended.id, running());
    expect(await getPrediction(scope, ended.id)).toEqual(ended);
  });

  it('fails the prediction, with the reason, when the model does', async () => {
    const ended = await runToEnd({ input: { fail: 'Out of ink.', logs: 1, log_interval_ms: 0 } });
    expect(ended).toMatchObject({
      status: 'failed',
      error: 'Out of ink.',
      output: null,
      logs: 'Line 1 of 1\n',
    });
  });

  it('throws an error of ours, so that the task runs again, and leaves the prediction running', async () => {
    const broken: ModelEngine = {
      ...engine,
      inspect: () => Promise.reject(new Error('the disk is full')),
    };
    const { id } = await create({ version: 'abiruyt/text-extract-ocr', input: { image: 'data:,x' } });
    await expect(runPrediction(id, { ...running(), engine: broken })).rejects.toThrow('the disk is full');
    expect((await getPrediction(scope, id)).status).toBe('processing');
  });
});

describe('a rerun after a stopped worker', () => {
  it('goes on with the same start, and tells nobody of a second one', async () => {
    const { id } = await create({ input: { seconds: 30 }, webhook: 'http://127.0.0.1:1/' });
    const stop = new AbortController();
    const first = runPrediction(id, { engine, signal: stop.signal });
    const begun = await eventually('the start', async () => {
      const now = await getPrediction(scope, id);
      return now.status === 'processing' && now;
    });
    stop.abort();
    await expect(first).rejects.toThrow();
    expect(await getPrediction(scope, id)).toEqual(begun);

    await database().prediction.update({ where: { id }, data: { input: { seconds: 0 } } });
    await runPrediction(id, running());
    const ended = await getPrediction(scope, id);
    expect(ended.status).toBe('succeeded');
    expect(ended.startedAt).toEqual(begun.startedAt);
    expect((await eventsOf(id)).filter((event) => event.startsWith('start'))).toHaveLength(1);
  });

  it('that comes after thirty minutes of running ends it', async () => {
    const { id } = await create({ input: { seconds: 30 } });
    const startedAt = new Date(Date.now() - 31 * 60_000);
    await database().prediction.update({ where: { id }, data: { status: 'processing', startedAt } });
    await runPrediction(id, running());
    expect(await getPrediction(scope, id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('30 minutes'),
    });
  });

  it('that never succeeds ends with a reason', async () => {
    const { id } = await create({});
    await failPrediction(id);
    await failPrediction(id);
    const ended = await getPrediction(scope, id);
    expect(ended).toMatchObject({ status: 'failed', error: expect.stringMatching(/\w/) });
    expect(ended.startedAt).toEqual(ended.completedAt);
  });
});

describe('a cancellation', () => {
  it('stops the model within a second and stands against a late result', async () => {
    const { id } = await create({ input: { seconds: 30 } });
    const run = runPrediction(id, running());
    await eventually('the start', async () => (await getPrediction(scope, id)).status === 'processing');
    const canceledAtMs = performance.now();
    const canceled = await cancelPrediction(scope, id);
    expect(canceled).toMatchObject({ status: 'canceled', output: null, error: null });
    await run;
    expect(performance.now() - canceledAtMs).toBeLessThan(1_000);
    expect(await getPrediction(scope, id)).toEqual(canceled);
  });

  it('before the start sets both times, and no worker starts it any more', async () => {
    const { id } = await create({});
    const canceled = await cancelPrediction(scope, id);
    expect(canceled.completedAt).not.toBeNull();
    expect(canceled.startedAt).toEqual(canceled.completedAt);
    await runPrediction(id, running());
    expect(await getPrediction(scope, id)).toEqual(canceled);
  });

  it('of what has ended answers what it ended as', async () => {
    const ended = await runToEnd({});
    expect(await cancelPrediction(scope, ended.id)).toEqual(ended);
  });

  it('is not for other workspaces', async () => {
    const { id } = await create({});
    await expect(cancelPrediction(await newApiScope(), id)).rejects.toThrow('could not be found');
    expect((await getPrediction(scope, id)).status).toBe('starting');
  });
});

describe('the input file', () => {
  const read = (image: string) => runToEnd({ version: 'abiruyt/text-extract-ocr', input: { image } });

  it('of a data URL is there while the model runs, and removed after it', async () => {
    const { output } = await read('data:text/plain;base64,aGVsbG8=');
    expect(output).toMatch(/lectern-input-/);
    const { existsSync } = await import('node:fs');
    expect(existsSync(String(output))).toBe(false);
  });

  it('of a malformed data URL fails the prediction', async () => {
    expect(await read('data:image/png;base64,***')).toMatchObject({
      status: 'failed',
      error: 'The data URL is not valid base64.',
    });
  });

  it('of this service that is gone fails the prediction, naming it', async () => {
    expect(await read('http://localhost:3000/v1/files/gone')).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('http://localhost:3000/v1/files/gone does not exist or has expired'),
    });
  });

  it('is fetched from the web, through redirects', async () => {
    const refused = Promise.withResolvers<void>();
    const server = createServer((request, response) => {
      if (request.url === '/long') response.on('close', refused.resolve);
      if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
      else if (request.url === '/file') response.end('bytes');
      else if (request.url === '/long') response.writeHead(500).write('an answer without end');
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await eventually('listening', () => server.listening);
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await read(`${base}/moved`)).status).toBe('succeeded');
    expect(await read(`${base}/none`)).toMatchObject({
      status: 'failed',
      error: 'The input file could not be fetched: 127.0.0.1 answered with status 404.',
    });
    expect((await read(`${base}/long`)).status).toBe('failed');
    // Nothing of it is wanted, so that the connection is let go.
    await refused.promise;
    server.close();
    expect(await read('http://127.0.0.1:1/')).toMatchObject({
      status: 'failed',
      error: 'The input file could not be fetched: 127.0.0.1 refused the connection.',
    });
  });
});

describe('the messages of a run', () => {
  it('are written with what they tell about, in order', async () => {
    const ended = await runToEnd({
      version: 'replicate/canary',
      input: { text: 'hello' },
      webhook: 'http://127.0.0.1:1/',
    });
    expect(await eventsOf(ended.id)).toEqual(['completed waiting', 'output waiting', 'start pending']);
    const bodies = await database().delivery.findMany({ where: { predictionId: ended.id } });
    const statusOf = (event: string) =>
      JSON.parse(bodies.find((delivery) => delivery.event === event)?.body ?? '{}');
    expect(statusOf('start')).toMatchObject({ status: 'processing', output: null });
    expect(statusOf('output')).toMatchObject({ status: 'processing', output: ['hello'] });
    expect(statusOf('output')).not.toHaveProperty('completed_at');
    expect(statusOf('completed')).toMatchObject({ status: 'succeeded', output: ['hello'] });
  });

  it('are only those that were asked for', async () => {
    const webhook = 'http://127.0.0.1:1/';
    const one = await runToEnd({ webhook, webhookEventsFilter: ['completed', 'completed'] });
    expect(await eventsOf(one.id)).toEqual(['completed pending']);
    const none = await runToEnd({ webhook, webhookEventsFilter: [] });
    expect(await eventsOf(none.id)).toEqual([]);
  });

  it('include the end of a canceled prediction', async () => {
    const { id } = await create({ webhook: 'http://127.0.0.1:1/' });
    await cancelPrediction(scope, id);
    expect(await eventsOf(id)).toEqual(['completed pending']);
  });
});

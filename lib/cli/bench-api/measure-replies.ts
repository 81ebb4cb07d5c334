import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Spread } from '../bench-report/spread.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { runLoad } from './run-load.ts';

export type Replies = {
  name: string;
  /** One request at a time. */
  aloneMs: Spread;
  /** With 16 at a time. */
  perSecond: number;
  loadedMs: Spread;
};

/** Asks the same again and again, one request at a time and then 16. */
export async function measureReplies(
  name: string,
  count: number,
  ask: () => Promise<unknown>,
): Promise<Replies> {
  await runLoad({ count: Math.ceil(count / 5), concurrency: 4 }, ask);
  const alone = await runLoad({ count: Math.ceil(count / 5), concurrency: 1 }, ask);
  const loaded = await runLoad({ count, concurrency: 16 }, ask);
  return { name, aloneMs: alone.latencyMs, perSecond: loaded.perSecond, loadedMs: loaded.latencyMs };
}

/** A bare HTTP server of Node in a process of its own. */
export async function measureBareServer(count: number): Promise<Replies> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'));
  try {
    const [port] = await once(child, 'message');
    const client = createApiClient(`http://127.0.0.1:${port}`, 'unused');
    const replies = await measureReplies('bare Node server', count, () => client.ask(200, '/'));
    await client.close();
    return replies;
  } finally {
    child.disconnect();
  }
}

/** The least that a request costs with Next before it, and a whole read. */
export async function measureReads(client: ApiClient, count: number): Promise<Replies[]> {
  const { id } = JSON.parse((await client.ask(200, '/v1/predictions')).text).results[0];
  return [
    await measureReplies('GET /api/health/live', count, () => client.ask(200, '/api/health/live')),
    await measureReplies('GET /v1/predictions/{id}', count, () => client.ask(200, `/v1/predictions/${id}`)),
  ];
}

/** Creating with nothing left of what a token may create in a minute. */
export async function measureRefusals(client: ApiClient, count: number): Promise<Replies> {
  const create = (expected: number) =>
    client.ask(expected, '/v1/models/replicate/canary/predictions', {
      method: 'POST',
      body: { input: { text: 'x'.repeat(1_000) } },
    });
  await create(201);
  return await measureReplies('POST …/predictions, refused with 429', count, () => create(429));
}

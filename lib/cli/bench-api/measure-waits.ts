import pg from 'pg';
import { z } from 'zod';
import { type Spread, spreadOf } from '../bench-report/spread.ts';
import type { ApiClient } from './api-client.ts';
import type { BenchLectern } from './bench-lectern.ts';
import { runPaced } from './run-load.ts';

const WAITERS = 200;
const WAIT_SECONDS = 15;
const CREATES_PER_SECOND = 20;
/** In which nothing is asked and nothing runs. */
const QUIET_MS = 4_000;

export type Waits = {
  waiters: number;
  waitSeconds: number;
  /** Milliseconds until the reply, of waits for predictions that outlast them. */
  timedOutMs: Spread;
  /** Milliseconds until the reply of other creates meanwhile. */
  createMs: Spread;
  /** Transactions a second of a Lectern at rest, without and with the waiters. */
  restingTransactions: number;
  waitingTransactions: number;
  /** Milliseconds from the cancellation of a prediction to the reply that waited for it. */
  wokenMs: Spread;
};

/** Two hundred replies held at once: until their time is up, and until what they wait for ends. */
export async function measureWaits(lectern: BenchLectern): Promise<Waits> {
  const { client, databaseUrl } = lectern;
  const restingTransactions = await transactionsPerSecond(databaseUrl);
  const held = hold(client);
  await allCreated(client);
  const waitingTransactions = await transactionsPerSecond(databaseUrl);
  const creates = await runPaced({ count: 100, perSecond: CREATES_PER_SECOND }, () => create(client));
  const timedOut = await Promise.all(held);
  await cancelAll(client);
  const wokenMs = await measureWaking(client);
  return {
    waiters: WAITERS,
    waitSeconds: WAIT_SECONDS,
    timedOutMs: spreadOf(timedOut.map(({ tookMs }) => tookMs)),
    createMs: creates.latencyMs,
    restingTransactions,
    waitingTransactions,
    wokenMs,
  };
}

async function measureWaking(client: ApiClient): Promise<Spread> {
  const held = hold(client);
  const ids = await allCreated(client);
  const canceledAtMs = new Map<string, number>();
  for (const id of ids) {
    canceledAtMs.set(id, performance.now());
    await client.ask(200, `/v1/predictions/${id}/cancel`, { method: 'POST' });
  }
  const woken = await Promise.all(held);
  return spreadOf(woken.map(({ id, atMs }) => atMs - (canceledAtMs.get(id) ?? Number.NaN)));
}

type Held = { id: string; atMs: number; tookMs: number };

/** Creates that wait for predictions which take longer than they do. */
function hold(client: ApiClient): Promise<Held>[] {
  return Array.from({ length: WAITERS }, async () => {
    const sentAtMs = performance.now();
    const { text } = await create(client, { prefer: `wait=${WAIT_SECONDS}` });
    const atMs = performance.now();
    return { ...createdSchema.parse(JSON.parse(text)), atMs, tookMs: atMs - sentAtMs };
  });
}

function create(client: ApiClient, headers: Record<string, string> = {}) {
  const body = { input: { seconds: 600 } };
  return client.ask(201, '/v1/models/lectern/sleep/predictions', { method: 'POST', body, headers });
}

const createdSchema = z.object({ id: z.string() });
const pageSchema = z.object({
  next: z.string().nullable(),
  results: z.array(z.object({ id: z.string(), status: z.string() })),
});

/** The ids of all predictions that have not ended. */
async function unfinished(client: ApiClient): Promise<string[]> {
  const ids: string[] = [];
  let path: string | null = '/v1/predictions';
  while (path) {
    const { next, results } = pageSchema.parse(JSON.parse((await client.ask(200, path)).text));
    const open = results.filter(({ status }) => status === 'starting' || status === 'processing');
    ids.push(...open.map(({ id }) => id));
    const url = next && new URL(next);
    path = url && open.length > 0 ? url.pathname + url.search : null;
  }
  return ids;
}

async function allCreated(client: ApiClient): Promise<string[]> {
  for (;;) {
    const ids = await unfinished(client);
    if (ids.length >= WAITERS) return ids;
  }
}

async function cancelAll(client: ApiClient): Promise<void> {
  for (const id of await unfinished(client))
    await client.ask(200, `/v1/predictions/${id}/cancel`, { method: 'POST' });
}

/** What the database has to do for a Lectern that nobody asks anything. */
async function transactionsPerSecond(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const before = await committed(client);
    await new Promise((next) => setTimeout(next, QUIET_MS));
    return (((await committed(client)) - before) * 1_000) / QUIET_MS;
  } finally {
    await client.end();
  }
}

async function committed(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ xact_commit: string }>(
    'SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(rows[0]?.xact_commit);
}

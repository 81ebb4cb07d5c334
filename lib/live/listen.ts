import pg from 'pg';
import { config } from '#lib/platform/config.ts';
import { logger } from '#lib/platform/index.ts';
import { CHANNEL } from './announce.ts';
import { type LiveMessage, liveMessageSchema } from './messages.ts';

/** `resync`: the connection was lost and is back, so anything may have been missed. */
export type LiveEvent = LiveMessage | { topic: 'resync' };
export type LiveListener = (event: LiveEvent) => void;

const RECONNECT_DELAYS_MS = [100, 250, 500, 1_000, 2_000];
/** A silent break of the connection is noticed after at most the two together. */
const PING_INTERVAL_MS = 10_000;
const ANSWER_LIMIT_MS = 5_000;

type Hub = { listeners: Set<LiveListener>; ready: Promise<void>; client?: pg.Client; closed: boolean };

// `next dev` evaluates modules again on every reload: one connection must outlive them.
const kept = globalThis as typeof globalThis & { lecternLive?: Hub };

/**
 * Calls `listener` for every announcement from now on. All listeners of a process share one connection.
 * @returns once the subscription stands, a function that ends it.
 */
export async function listen(listener: LiveListener): Promise<() => void> {
  const hub = openHub();
  hub.listeners.add(listener);
  try {
    await hub.ready;
  } catch (error) {
    hub.listeners.delete(listener);
    throw error;
  }
  return () => void hub.listeners.delete(listener);
}

/** Ends the shared connection; for orderly shutdown and tests. */
export async function closeLive(): Promise<void> {
  const hub = kept.lecternLive;
  delete kept.lecternLive;
  if (!hub) return;
  hub.closed = true;
  hub.listeners.clear();
  await hub.ready.catch(() => undefined);
  await hub.client?.end();
}

function openHub(): Hub {
  if (kept.lecternLive) return kept.lecternLive;
  const hub: Hub = { listeners: new Set(), ready: Promise.resolve(), closed: false };
  hub.ready = connect(hub).catch((error: unknown) => {
    if (kept.lecternLive === hub) delete kept.lecternLive;
    throw error;
  });
  kept.lecternLive = hub;
  return hub;
}

async function connect(hub: Hub): Promise<void> {
  const client = new pg.Client({
    connectionString: config().databaseUrl,
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    application_name: 'lectern-live',
  });
  client.on('notification', ({ payload }) => deliver(hub, payload ?? ''));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
  hub.client = client;
  const ping = setInterval(() => void client.query('SELECT 1').catch(() => client.end()), PING_INTERVAL_MS);
  ping.unref();
  client.on('end', () => {
    clearInterval(ping);
    if (!hub.closed) void reconnect(hub);
  });
}

async function reconnect(hub: Hub): Promise<void> {
  for (let attempt = 0; !hub.closed; attempt++) {
    const delayMs = RECONNECT_DELAYS_MS[Math.min(attempt, RECONNECT_DELAYS_MS.length - 1)] ?? 2_000;
    await new Promise((done) => setTimeout(done, delayMs));
    try {
      await connect(hub);
      for (const listener of hub.listeners) listener({ topic: 'resync' });
      return;
    } catch (error) {
      logger.warn({ err: error, attempt }, 'live updates are cut off from the database; trying again');
    }
  }
}

function deliver(hub: Hub, payload: string): void {
  const message = readMessage(payload);
  if (!message) {
    logger.warn('an announcement of unknown form was ignored');
    return;
  }
  for (const listener of hub.listeners) listener(message);
}

/** Anybody who may use the database can announce anything. */
function readMessage(payload: string): LiveMessage | undefined {
  try {
    return liveMessageSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

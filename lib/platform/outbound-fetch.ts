import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, request } from 'undici';
import { config } from './config.ts';
import { lookupPublic, refusePrivateLiteral } from './outbound-address.ts';
import { OutboundError } from './outbound-error.ts';

export type OutboundRequest = {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** For the whole exchange, redirects and body included. */
  timeoutMs: number;
  /** The body of the answer may have at most so many bytes. */
  maxBytes: number;
  /** How many redirects are followed, each checked like the first address; 0 unless told. */
  maxRedirects?: number;
  /** Lets this request reach private addresses; LECTERN_ALLOW_PRIVATE_ADDRESSES lets all. */
  allowPrivateAddresses?: boolean;
  signal?: AbortSignal;
};

export type OutboundAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** To be read to its end or discarded; throws OutboundError when it breaks off or grows too large. */
  body: AsyncIterable<Uint8Array>;
  /** Lets go of the connection, whether anything was read or not; nothing when all was read. */
  discard(): void;
};

const REDIRECTS = [301, 302, 303, 307, 308];

const agents: { checked?: Dispatcher; free?: Dispatcher } = {};

/**
 * The one way to ask a URL that a user gave. Never reaches private addresses unless allowed, and follows no
 * redirects unless asked. An answer of any status is returned.
 * @throws OutboundError when there is no answer; the caller's own abort is rethrown as it is.
 */
export async function outboundFetch(url: string, options: OutboundRequest): Promise<OutboundAnswer> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let target = new URL(url);
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(target, options, signal);
    const location = answer.headers.location;
    if (!options.maxRedirects || !REDIRECTS.includes(answer.status) || typeof location !== 'string')
      return answer;
    answer.discard();
    if (redirects >= options.maxRedirects)
      throw new OutboundError(`${target.hostname} redirects more than ${options.maxRedirects} times.`);
    target = nextTarget(target, location);
  }
}

function nextTarget(from: URL, location: string): URL {
  const next = URL.parse(location, from);
  if (!next || !/^https?:$/.test(next.protocol))
    throw new OutboundError(`${from.hostname} redirects to something that is not a web address.`);
  return next;
}

async function ask(target: URL, options: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
  const isFree = options.allowPrivateAddresses || config().allowPrivateAddresses;
  if (!isFree) refusePrivateLiteral(target.hostname);
  const explain = (error: unknown) => explained(error, target.hostname, options);
  try {
    const answer = await request(target, {
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
      body: options.body ?? null,
      dispatcher: isFree ? freeAgent() : checkedAgent(),
      signal,
    });
    const body = limited(answer.body, options.maxBytes, target.hostname, explain);
    return { status: answer.statusCode, headers: answer.headers, body, discard: () => discard(answer.body) };
  } catch (error) {
    throw explain(error);
  }
}

function discard(body: Readable): void {
  // An answer that is cut short says so, to nobody any more; unheard, that ends the process.
  body.on('error', () => undefined);
  body.destroy();
}

async function* limited(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  host: string,
  explain: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > maxBytes)
        throw new OutboundError(`${host} sent more than ${Math.floor(maxBytes / 1_048_576)} MB.`);
      yield chunk;
    }
  } catch (error) {
    throw explain(error);
  }
}

function checkedAgent(): Dispatcher {
  agents.checked ??= new Agent({ connect: { lookup: lookupPublic, timeout: 10_000 } });
  return agents.checked;
}

function freeAgent(): Dispatcher {
  agents.free ??= new Agent({ connect: { timeout: 10_000 } });
  return agents.free;
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'could not be found',
  EAI_AGAIN: 'could not be found',
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke off the connection',
  UND_ERR_SOCKET: 'broke off the connection',
  EHOSTUNREACH: 'could not be reached',
  ENETUNREACH: 'could not be reached',
  UND_ERR_CONNECT_TIMEOUT: 'did not take the connection in time',
};

function explained(error: unknown, host: string, { signal, timeoutMs }: OutboundRequest): unknown {
  if (error instanceof OutboundError || signal?.aborted) return error;
  if (error instanceof Error && error.name === 'TimeoutError')
    return new OutboundError(`${host} did not answer within ${timeoutMs / 1_000} seconds.`);
  const code = errorCode(error);
  const reason = REASONS[code] ?? `could not be asked${code && ` (${code})`}`;
  return new OutboundError(`${host} ${reason}.`, { cause: error });
}

/** Connecting to a name with several addresses fails with all reasons at once. */
function errorCode(error: unknown): string {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { type LiveEvent, listen } from '#lib/live/index.ts';
import { trackStream } from './open-streams.ts';

/** Messages a reader may be behind; one that reads more slowly is cut off and begins anew. */
const MOST_WAITING = 1_000;
const CANCELED = 'canceled by the reader';
/** Soon enough for a right that ended without an announcement, as when a token expires. */
const CHECK_INTERVAL_MS = 5_000;

export type Send = (text: string) => void;

export type LiveReader = {
  /** Aborts when the reader goes. */
  signal: AbortSignal;
  /** Sends what the reader is to know of an announcement. @throws to end the stream */
  relay: (event: LiveEvent, send: Send) => Promise<void>;
  /** Asked at the beginning and every few seconds. @throws to end the stream: the reader may see no more */
  checkStay: (send: Send) => Promise<void>;
};

/**
 * Server-sent events for as long as the reader may stay. The subscription stands when this returns, so what the reader
 * asks for afterwards misses nothing. Ends with the reader's right, the reader or the server.
 */
export async function openLiveStream(reader: LiveReader): Promise<ReadableStream<Uint8Array>> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const { stream, send } = textStream(ending);
  send('retry: 1000\n\n');

  const unlisten = await listen((event) => void reader.relay(event, send).catch(end));
  let pulse: NodeJS.Timeout | undefined;
  // Timed from the end of the last one: on a slow database they do not pile up.
  const checkLater = () => {
    pulse = setTimeout(() => void check().catch(end), CHECK_INTERVAL_MS);
  };
  const check = async () => {
    await reader.checkStay(send);
    send(': ping\n\n');
    if (!ending.signal.aborted) checkLater();
  };
  checkLater();
  const untrack = trackStream(end);
  reader.signal.addEventListener('abort', end, { once: true });
  const cleanUp = () => {
    unlisten();
    clearTimeout(pulse);
    untrack();
    reader.signal.removeEventListener('abort', end);
  };
  ending.signal.addEventListener('abort', cleanUp, { once: true });
  if (ending.signal.aborted) cleanUp();
  if (reader.signal.aborted) end();
  // The right may have ended after the request was let in and before its announcement could be heard here.
  else await reader.checkStay(send).catch(end);
  return stream;
}

/** The reply that carries such a stream; null for HEAD, whose body would stay open. */
export function eventStreamReply(stream: ReadableStream<Uint8Array> | null): Response {
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** A stream that text is sent into until `ending` aborts, which its reader can cause, too. */
function textStream(ending: AbortController): { stream: ReadableStream<Uint8Array>; send: Send } {
  const encoder = new TextEncoder();
  let send = (_text: string): void => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        send = (text) => {
          if (ending.signal.aborted) return;
          if ((controller.desiredSize ?? 0) <= 0) ending.abort();
          else controller.enqueue(encoder.encode(text));
        };
        const close = () => {
          if (ending.signal.reason !== CANCELED) controller.close();
        };
        ending.signal.addEventListener('abort', close, { once: true });
      },
      cancel: () => ending.abort(CANCELED),
    },
    new CountQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  return { stream, send };
}

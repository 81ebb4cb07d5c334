import { z } from 'zod';
import { defineMethods } from '#app/_http/define-methods.ts';
import type { Handler } from '#app/_http/define-route.ts';
import { eventStreamText } from '#app/_http/event-stream-text.ts';
import { trackStream } from '#app/_http/open-streams.ts';
import { problemReply } from '#app/_http/problem.ts';
import { streamPrediction } from '#lib/predictions/index.ts';

const addressSchema = z.object({ id: z.string(), signature: z.string() });

/** For whoever has the address: clients send no token here. */
const get: Handler = async (request, { params }) => {
  try {
    const address = addressSchema.parse(await params);
    const lastEventId = request.headers.get('last-event-id');
    const ending = new AbortController();
    const signal = AbortSignal.any([request.signal, ending.signal]);
    const events = await streamPrediction({ ...address, lastEventId }, signal);
    return new Response(request.method === 'HEAD' ? null : bodyOf(eventStreamText(events), ending), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    return problemReply(error);
  }
};

/** Ends with the events, the reader or the server. */
function bodyOf(text: AsyncGenerator<string>, ending: AbortController): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const untrack = trackStream(() => ending.abort());
  // A generator that waits between two events hears of the abort; one that was left at an event must be told.
  async function stop(): Promise<void> {
    untrack();
    ending.abort();
    await text.return(undefined);
  }
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await text.next();
        if (!next.done) return controller.enqueue(encoder.encode(next.value));
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      await stop();
    },
    cancel: stop,
  });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });

import { trackStream } from '#app/_http/open-streams.ts';
import { actorOfSession, type SessionHolder } from '#lib/accounts/index.ts';
import type { PortalEvent } from '#lib/contracts/index.ts';
import { type LiveEvent, listen } from '#lib/live/index.ts';

const PING_INTERVAL_MS = 15_000;
/** Messages a browser may be behind; one that reads more slowly is cut off and begins anew. */
const MOST_WAITING = 1_000;
const CANCELED = 'canceled by the reader';

export type Watcher = {
  workspaceId: string;
  session: SessionHolder;
  sessionToken: string;
  /** Aborts when the browser goes. */
  signal: AbortSignal;
};

/**
 * Server-sent events about one workspace's documents. The subscription stands when this returns, so what a
 * page fetches afterwards misses nothing. Ends with the session, the membership, the browser or the server.
 */
export async function openEventStream(watcher: Watcher): Promise<ReadableStream<Uint8Array>> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const { stream, send } = textStream(ending);
  send('retry: 1000\n\n');

  const unlisten = await listen((event) => void relay(event, watcher, send).catch(end));
  const ping = setInterval(() => {
    if (watcher.session.session.expiresAt <= new Date()) end();
    else send(': ping\n\n');
  }, PING_INTERVAL_MS);
  const untrack = trackStream(end);
  watcher.signal.addEventListener('abort', end, { once: true });
  const cleanUp = () => {
    unlisten();
    clearInterval(ping);
    untrack();
    watcher.signal.removeEventListener('abort', end);
  };
  ending.signal.addEventListener('abort', cleanUp, { once: true });
  if (ending.signal.aborted) cleanUp();
  if (watcher.signal.aborted) end();
  return stream;
}

/** A stream that text is sent into until `ending` aborts, which its reader can cause, too. */
function textStream(ending: AbortController) {
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

/** @throws to end the stream: the person may not stay, or that could not be found out. */
async function relay(event: LiveEvent, watcher: Watcher, send: (text: string) => void): Promise<void> {
  if (event.topic === 'document' && event.workspaceId === watcher.workspaceId) {
    const { documentId, page } = event;
    send(message({ type: 'document', documentId, ...(page !== undefined && { page }) }));
  } else if (event.topic === 'export' && event.workspaceId === watcher.workspaceId) {
    send(message({ type: 'export', exportId: event.exportId }));
  } else if (event.topic === 'presence' && event.workspaceId === watcher.workspaceId) {
    send(message({ type: 'presence', documentId: event.documentId, page: event.page }));
  } else if (event.topic === 'resync') {
    await checkStay(watcher);
    send(message({ type: 'resync' }));
  } else if (event.topic === 'access' && event.userId === watcher.session.user.id) {
    await checkStay(watcher);
  }
}

async function checkStay({ sessionToken, workspaceId }: Watcher): Promise<void> {
  const session = await actorOfSession(sessionToken);
  if (!session?.workspaces.some(({ id }) => id === workspaceId)) throw new Error('No longer allowed.');
}

function message(event: PortalEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

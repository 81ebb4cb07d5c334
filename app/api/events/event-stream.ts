import { openLiveStream, type Send } from '#app/_http/live-stream.ts';
import { isSessionLiving, type SessionHolder, whyClosed } from '#lib/accounts/index.ts';
import type { PortalEvent } from '#lib/contracts/index.ts';
import type { LiveEvent } from '#lib/live/index.ts';

export type Watcher = {
  workspaceId: string;
  session: SessionHolder;
  sessionToken: string;
  /** Aborts when the browser goes. */
  signal: AbortSignal;
};

/**
 * Server-sent events about one workspace's documents, for as long as the session, the membership and the browser last.
 */
export function openEventStream(watcher: Watcher): Promise<ReadableStream<Uint8Array>> {
  return openLiveStream({
    signal: watcher.signal,
    relay: (event, send) => relay(event, watcher, send),
    checkStay: (send) => checkStay(watcher, send),
  });
}

/** @throws to end the stream: the person may not stay, or that could not be found out. */
async function relay(event: LiveEvent, watcher: Watcher, send: Send): Promise<void> {
  if (event.topic === 'document' && event.workspaceId === watcher.workspaceId) {
    const { documentId, page } = event;
    send(message({ type: 'document', documentId, ...(page !== undefined && { page }) }));
  } else if (event.topic === 'export' && event.workspaceId === watcher.workspaceId) {
    send(message({ type: 'export', exportId: event.exportId }));
  } else if (event.topic === 'presence' && event.workspaceId === watcher.workspaceId) {
    send(message({ type: 'presence', documentId: event.documentId, page: event.page }));
  } else if (event.topic === 'library' && event.workspaceId === watcher.workspaceId) {
    send(message({ type: 'library' }));
  } else if (event.topic === 'job-end' && event.workspaceId === watcher.workspaceId) {
    const isOwn = event.userId === watcher.session.user.id;
    if (isOwn) send(message({ type: 'job-end', documentId: event.documentId }));
  } else if (event.topic === 'resync') {
    await checkStay(watcher, send);
    send(message({ type: 'resync' }));
  } else if (event.topic === 'access' && event.userId === watcher.session.user.id) {
    await checkStay(watcher, send);
    send(message({ type: 'access' }));
  }
}

async function checkStay({ session, sessionToken, workspaceId }: Watcher, send: Send): Promise<void> {
  const why = await whyClosed(sessionToken, workspaceId);
  if (!why) return;
  // With another token, as after a change of password, the right browser opens the stream again by itself.
  const hasNewToken = why === 'session' && (await isSessionLiving(session.session.id));
  if (!hasNewToken) send(message({ type: 'closed', why }));
  throw new Error('No longer allowed.');
}

function message(event: PortalEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

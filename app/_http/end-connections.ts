import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';

/**
 * From now on connections end with the reply they carry. Next waits for all of them before it stops, and one
 * that its client keeps for further requests would otherwise hold it up.
 */
export function endConnectionsAfterReply(): void {
  subscribe('http.server.response.finish', (message) => {
    const server = serverOf(message);
    // The connection counts as idle only after this event.
    if (server) setImmediate(() => server.closeIdleConnections());
  });
}

function serverOf(message: unknown): Server | undefined {
  if (typeof message !== 'object' || message === null || !('server' in message)) return undefined;
  return message.server instanceof Server ? message.server : undefined;
}

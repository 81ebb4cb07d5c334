import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** Calls `prepare` with every request to this process, before Next sees it. */
export function onRequestStart(prepare: (request: IncomingMessage) => void): void {
  subscribe('http.server.request.start', (message) => {
    if (isRequestStart(message)) prepare(message.request);
  });
}

function isRequestStart(message: unknown): message is { request: IncomingMessage } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    message.request instanceof IncomingMessage
  );
}

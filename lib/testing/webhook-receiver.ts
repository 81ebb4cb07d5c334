import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedWebhook = {
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  /** The raw body. */
  body: string;
  /** On the clock of `performance.now()`. */
  receivedAtMs: number;
};

export type WebhookReceiver = {
  /** Without a trailing slash. */
  url: string;
  received: ReceivedWebhook[];
  close(): Promise<void>;
};

type Answer = { status: number; body?: string; headers?: Record<string, string> };

/** A real HTTP listener that keeps what it is sent and answers as told; 200 unless told. */
export async function startWebhookReceiver(
  answer: (webhook: ReceivedWebhook) => Answer | Promise<Answer> = () => ({ status: 200 }),
): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const receivedAtMs = performance.now();
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const body = Buffer.concat(chunks).toString('utf8');
    const webhook = { path: request.url ?? '', headers, body, receivedAtMs };
    received.push(webhook);
    const { status, body: text = '', headers: extra = {} } = await answer(webhook);
    response.writeHead(status, extra).end(text);
  }
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';

/** Stands before the database; a connection that it freezes passes nothing on any more, and stays open. */
class Freezer {
  private readonly target: URL;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => {
    const database = connect(Number(this.target.port), this.target.hostname);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    }
  });

  constructor(target: string) {
    this.target = new URL(target);
  }

  /** @returns the address of the database behind it. */
  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = typeof address === 'object' && address ? String(address.port) : '';
    return url.href;
  }

  freeze(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

const freezer = new Freezer(process.env.DATABASE_URL ?? '');
process.env.DATABASE_URL = await freezer.start();
// The configuration is read once, on import.
const { closeLive, listen } = await import('./index.ts');

afterAll(async () => {
  await closeLive();
  freezer.stop();
});

it('a connection that says nothing any more is given up for a new one, and that is told as a resync', async () => {
  const topics: string[] = [];
  await listen(({ topic }) => topics.push(topic));
  freezer.freeze();
  await vi.waitFor(() => expect(topics).toEqual(['resync']), { timeout: 25_000, interval: 200 });
}, 30_000);

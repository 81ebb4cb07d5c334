import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { endConnectionsAfterReply } from './end-connections.ts';

it('lets a server stop as soon as its last reply is out, though the client would keep the connection', async () => {
  const held = Promise.withResolvers<void>();
  const server = createServer(async (_request, response) => {
    await held.promise;
    response.end('late');
  }).listen(0, '127.0.0.1');
  server.keepAliveTimeout = 3_600_000;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = once(server, 'request');
  const answer = fetch(`http://127.0.0.1:${port}/`);
  await asked;

  const stopped = once(server, 'close');
  server.close();
  endConnectionsAfterReply();
  held.resolve();
  expect(await (await answer).text()).toBe('late');
  // Without it the test would wait an hour here.
  await stopped;
});

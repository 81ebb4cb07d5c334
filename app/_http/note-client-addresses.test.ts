import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { noteClientAddresses } from './note-client-addresses.ts';

it('puts the address a request really came from behind whatever the client claims', async () => {
  noteClientAddresses();
  const server = createServer((request, response) =>
    response.end(String(request.headers['x-forwarded-for'])),
  );
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const claimed = await fetch(url, { headers: { 'x-forwarded-for': '192.0.2.1' } });
  expect(await claimed.text()).toBe('192.0.2.1, 127.0.0.1');
  expect(await (await fetch(url)).text()).toBe('127.0.0.1');
});

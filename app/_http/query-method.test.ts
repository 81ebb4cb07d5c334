import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { acceptQueryMethod, wasSentAsQuery } from './query-method.ts';

beforeAll(acceptQueryMethod);

/** What a request looks like to the routes: its method, and whether it was sent as QUERY. */
async function seen(method: string, path: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer(({ method, headers }, response) => {
    const asRouted = new Request('http://localhost', { headers: new Headers(headers as HeadersInit) });
    response.end(`${method} ${wasSentAsQuery(asRouted)}`);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return await new Promise((resolve, reject) => {
    httpRequest({ port, path, method, headers }, (reply) => resolve(text(reply)))
      .once('error', reject)
      .end();
  });
}

it('hands a search on as a POST that tells what it was', async () => {
  expect(await seen('QUERY', '/v1/models')).toBe('POST true');
  expect(await seen('QUERY', '/v1/v1/models?x=1')).toBe('POST true');
});

it('believes no client that claims it', async () => {
  expect(await seen('POST', '/v1/models', { 'x-lectern-method': 'QUERY' })).toBe('POST false');
});

it.each(['/v1/predictions', '/v1/models/a/b/predictions', '/api/uploads', '/'])(
  'leaves QUERY alone at %s, where a POST would change something',
  async (path) => {
    expect(await seen('QUERY', path)).toBe('QUERY false');
  },
);

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { outboundFetch } from './outbound-fetch.ts';

const limits = { timeoutMs: 5_000, maxBytes: 1_000 };
const free = { ...limits, allowPrivateAddresses: true };
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a request to the outside', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/',
  ])('never reaches %s', async (url) => {
    await expect(outboundFetch(url, limits)).rejects.toThrow('private or reserved address');
  });

  it('reaches a private address that it is explicitly allowed', async () => {
    const url = await serve((request, response) => void response.end(`${request.method} ${request.url}`));
    const answer = await outboundFetch(`${url}/a?b=c`, free);
    expect(answer.status).toBe(200);
    expect(await textOf(answer.body)).toBe('GET /a?b=c');
  });

  it('hands a redirect back unless asked to follow it', async () => {
    const url = await serve((_, response) => void response.writeHead(302, { location: '/b' }).end());
    expect((await outboundFetch(url, free)).status).toBe(302);
  });

  it('follows redirects as far as asked', async () => {
    const url = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 3) response.end('there');
      else response.writeHead(307, { location: `/${step + 1}` }).end();
    });
    const answer = await outboundFetch(`${url}/0`, { ...free, maxRedirects: 3 });
    expect(await textOf(answer.body)).toBe('there');
    await expect(outboundFetch(`${url}/0`, { ...free, maxRedirects: 2 })).rejects.toThrow(
      'more than 2 times',
    );
  });

  it('does not follow a redirect to something that is no web address', async () => {
    const url = await serve(
      (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(outboundFetch(url, { ...free, maxRedirects: 5 })).rejects.toThrow('not a web address');
  });

  it('lets go of the connection when an answer is discarded before anything of it was read', async () => {
    const gone = Promise.withResolvers<void>();
    const url = await serve((_, response) => {
      response.on('close', gone.resolve);
      response.write('first of many');
    });
    const answer = await outboundFetch(url, free);
    answer.discard();
    await gone.promise;
  });

  it('lets go of the connection of a redirect that it follows', async () => {
    const gone = Promise.withResolvers<void>();
    const url = await serve((request, response) => {
      if (request.url === '/there') return void response.end('there');
      response.on('close', gone.resolve);
      response.writeHead(302, { location: '/there' }).write('moved');
    });
    const answer = await outboundFetch(url, { ...free, maxRedirects: 1 });
    expect(await textOf(answer.body)).toBe('there');
    await gone.promise;
  });

  it('stops reading when the answer grows beyond its limit', async () => {
    const url = await serve((_, response) => void response.end('x'.repeat(2_000)));
    const { body } = await outboundFetch(url, { ...free, maxBytes: 1_000 });
    await expect(textOf(body)).rejects.toThrow('127.0.0.1 sent more than');
  });

  it('gives up on a receiver that does not answer in time, naming it', async () => {
    const url = await serve(() => undefined);
    await expect(outboundFetch(url, { ...free, timeoutMs: 50 })).rejects.toThrow(
      '127.0.0.1 did not answer within 0.05 seconds.',
    );
  });

  it('gives up on a body that stalls', async () => {
    const url = await serve((_, response) => void response.write('first'));
    const { body } = await outboundFetch(url, { ...free, timeoutMs: 200 });
    await expect(textOf(body)).rejects.toThrow('did not answer within');
  });

  it('says that nobody listens', async () => {
    await expect(outboundFetch('http://127.0.0.1:1/', free)).rejects.toThrow(
      '127.0.0.1 refused the connection.',
    );
  });

  it("lets the caller's own abort through as it is", async () => {
    const url = await serve(() => undefined);
    const stop = new AbortController();
    const asking = outboundFetch(url, { ...free, signal: stop.signal });
    stop.abort(new Error('mine'));
    await expect(asking).rejects.toThrow('mine');
  });
});

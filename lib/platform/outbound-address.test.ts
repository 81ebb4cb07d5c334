import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isPrivateLiteral, isPublicAddress, lookupPublic } from './outbound-address.ts';

describe('a host that is written as an address', () => {
  const refused = {
    'this machine': [
      ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '127.0.0.1.', '2130706433', '0x7f000001'],
      ...['0x7f.1', '0177.0.0.1', '017700000001', '0x7F.0x0.0x0.0x1', '0', '0x0', '0.0.0.0', '0.1.2.3'],
      // What browsers and programs turn into digits and dots.
      ...['①②⑦.⓪.⓪.①', '127。0。0。1', '%31%32%37.0.0.1', '１２７.0.0.1'],
      ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[0000::0001]'],
    ],
    'its network': [
      ...['10.0.0.1', '10.255.255.255', '0xa000001', '012.0.0.1', '172.16.0.1', '172.31.255.255'],
      ...['192.168.0.1', '192.168.255.255', '3232235521', '192.168.257', '100.64.0.1', '100.127.255.255'],
      ...['[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[febf::1]', '[fec0::1]'],
    ],
    'the cloud it runs on': ['169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376'],
    'a wrapping of another address': [
      ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]'],
      ...['[::ffff:0:127.0.0.1]', '[::127.0.0.1]', '[::7f00:1]', '[::5db8:d822]', '[64:ff9b::127.0.0.1]'],
      ...['[64:ff9b::a00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:c0a8:1::1]', '[2001::1]'],
    ],
    'nobody alone': [
      ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.0.0.1', '192.0.2.1'],
      ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '192.88.99.1'],
      ...['[ff02::1]', '[ff0e::1]', '[2001:db8::1]', '[2001:10::1]', '[2001:20::1]', '[100::1]'],
      ...['[3fff::1]', '[5f00::1]', '[4000::1]'],
    ],
  };
  const table = Object.entries(refused).flatMap(([whose, hosts]) => hosts.map((host) => [host, whose]));

  it('is refused in at least sixty forms', () => {
    expect(new Set(table.map(([host]) => host)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(table)('is refused: %s belongs to %s', (host) => {
    expect(isPrivateLiteral(new URL(`http://${host}/`).hostname)).toBe(true);
  });

  it.each([
    ...['93.184.216.34', '8.8.8.8', '11.0.0.1', '126.255.255.255', '128.0.0.1', '172.15.255.255'],
    ...['172.32.0.1', '192.167.1.1', '192.169.1.1', '169.253.1.1', '100.63.255.255', '100.128.0.1'],
    ...['223.255.255.255', '2606:2800:220:1:248:1893:25c8:1946', '2001:4860:4860::8888', '2a00:1450::1'],
  ])('is taken: %s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a host that is a name', () => {
  type Resolve = NonNullable<Parameters<typeof lookupPublic>[3]>;

  /** A name server that gives one answer after the other. */
  function answering(...answers: string[][]): { resolve: Resolve; asked: () => number } {
    let asked = 0;
    const resolve: Resolve = (_hostname, _options, done) => {
      const addresses = answers[asked++] ?? [];
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      setImmediate(() => done(null, found));
    };
    return { resolve, asked: () => asked };
  }

  /** Where a connection would go; it is given up before it is made. */
  function destination(port: number, resolve: Resolve): Promise<string> {
    return new Promise((found, fail) => {
      const socket = connect({
        host: 'rebinding.example',
        port,
        lookup: (hostname, options, done) => lookupPublic(hostname, options, done, resolve),
      });
      socket.on('error', fail);
      socket.once('lookup', (error: Error | null, address: string) => {
        socket.destroy();
        if (error) fail(error);
        else found(address);
      });
    });
  }

  it('that answers public first and private second never leads to the private address', async () => {
    const connections: unknown[] = [];
    const server = createServer((socket) => connections.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const names = answering(['93.184.216.34'], ['127.0.0.1']);
    // The connection goes to the very address that was checked: nothing asks the name server in between.
    expect(await destination(port, names.resolve)).toBe('93.184.216.34');
    expect(names.asked()).toBe(1);
    await expect(destination(port, names.resolve)).rejects.toThrow('private or reserved address');
    expect(connections).toEqual([]);
    server.close();
  });

  it.each([
    ['a private address among public ones', ['93.184.216.34', '10.0.0.1']],
    ['a private address of the other kind', ['93.184.216.34', '::1']],
    ['a wrapped address', ['::ffff:127.0.0.1']],
    ['no address', []],
  ])('is refused when it has %s', async (_what, addresses) => {
    await expect(destination(1, answering(addresses).resolve)).rejects.toThrow('private or reserved');
  });
});

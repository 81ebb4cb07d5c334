import { expect, it } from 'vitest';
import { addressKey } from './address-key.ts';

it('counts all addresses of one IPv6 network together, however they are written', () => {
  const of = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002:0:0:0:9'];
  expect(new Set(of.map(addressKey))).toEqual(new Set(['2001:db8:1:2::/64']));
  expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
});

it('counts IPv4 addresses one by one, also those that come wrapped in IPv6', () => {
  expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
  expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(addressKey('::ffff:c000:202')).toBe('192.0.2.2');
});

it('takes what is no address as it is, up to a bound', () => {
  expect(addressKey('unix socket')).toBe('unix socket');
  expect(addressKey('x'.repeat(1000))).toHaveLength(64);
});

import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { OutboundError } from './outbound-error.ts';

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** `::1.2.3.4`, an obsolete way to write 1.2.3.4 that some systems still follow (RFC 4291, 2.5.5.1). */
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** Whether the address belongs to the public internet: not this machine, its network, or a tunnel into them. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.match(IPV4_COMPATIBLE)) return false;
  return parsed.range() === 'unicast';
}

/** @throws OutboundError when the host of a URL is written as an address that is not public. */
export function refusePrivateLiteral(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(address) && !isPublicAddress(address)) throw privateAddress(hostname);
}

/**
 * Resolves a name for one connection, which then goes to the very address that was checked here: a name that
 * changes its address between check and connection gains nothing.
 */
export function lookupPublic(hostname: string, options: LookupOptions, done: LookupDone): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(privateAddress(hostname), []);
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
}

function privateAddress(hostname: string): OutboundError {
  return new OutboundError(
    `${hostname} is a private or reserved address, which this server does not connect to.`,
  );
}

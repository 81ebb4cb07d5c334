import type { LookupAddress, LookupAllOptions, LookupOptions } from 'node:dns';
import { lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { OutboundError } from './outbound-error.ts';

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;
type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** All of IPv6 that has been given to anybody; wrapped IPv4 addresses, for one, lie outside (RFC 4291, 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether the address belongs to the public internet: not this machine, its network, or a tunnel into them. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_UNICAST)) return false;
  return parsed.range() === 'unicast';
}

/** Whether the host of a URL is written as an address that is not public. */
export function isPrivateLiteral(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(address) && !isPublicAddress(address);
}

/** @throws OutboundError for such a host. */
export function refusePrivateLiteral(hostname: string): void {
  if (isPrivateLiteral(hostname)) throw privateAddress(hostname);
}

/**
 * Resolves a name for one connection, which then goes to the very address that was checked here: a name that
 * changes its address between check and connection gains nothing.
 */
export function lookupPublic(
  hostname: string,
  options: LookupOptions,
  done: LookupDone,
  resolve: Resolve = lookup,
): void {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
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

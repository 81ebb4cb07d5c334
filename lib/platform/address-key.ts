import ipaddr from 'ipaddr.js';

/**
 * Whom to count under one network address. An IPv6 subscriber has at least 64 bits to choose addresses from (RFC 6177),
 * so that their network counts; an IPv4 address counts as it is, also when it comes wrapped in IPv6.
 */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

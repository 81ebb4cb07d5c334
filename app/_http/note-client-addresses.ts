import { onRequestStart } from './on-request-start.ts';

/**
 * Adds the address that each request came from to its X-Forwarded-For, as proxies do. Next fills the header only
 * when the client sent none, so without this a client could choose its own address.
 */
export function noteClientAddresses(): void {
  onRequestStart(({ headers, socket }) => {
    headers['x-forwarded-for'] = [headers['x-forwarded-for'], socket.remoteAddress]
      .filter(Boolean)
      .join(', ');
  });
}

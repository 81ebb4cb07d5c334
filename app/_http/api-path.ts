import { onRequestStart } from './on-request-start.ts';

/**
 * The path that a client of the API means, with its query. Some put `/v1` before a path that has it already, and the
 * Go client puts it before the whole address of a list's next page (contract 1.2, 10).
 */
export function apiPath(url: string): string {
  const [path = '', query] = splitAtQuery(url);
  if (!/^\/v1(\/|$)/.test(path)) return url;
  const meant = path
    .replace(/^\/v1\/https?:\/\/?[^/]+(?=\/v1(\/|$))/, '')
    .replace(/^(\/v1)+(?=\/v1(\/|$))/, '');
  // Next itself would refuse an address that cannot be decoded, not in the form of the API.
  const decodable = isDecodable(meant) ? meant : encodeURI(meant);
  return query === undefined ? decodable : `${decodable}?${query}`;
}

export function tolerateApiPaths(): void {
  onRequestStart((request) => {
    request.url = apiPath(request.url ?? '/');
  });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function splitAtQuery(url: string): [path: string, query?: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

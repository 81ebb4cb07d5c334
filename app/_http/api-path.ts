import { onRequestStart } from './on-request-start.ts';

/**
 * The path that a client of the API means, with its query. Some put `/v1` before a path that has it already, the Go
 * client puts it before the whole address of a list's next page, and some end paths with a slash, which Next would
 * answer with a redirect that not every client follows (contract 1.2, 1.4, 10).
 */
export function apiPath(url: string): string {
  const [path = '', query] = splitAtQuery(url);
  if (!/^\/v1(\/|$)/.test(path)) return url;
  const meant = path
    .replace(/^\/v1\/https?:\/\/?[^/]+(?=\/v1(\/|$))/, '')
    .replace(/^(\/v1)+(?=\/v1(\/|$))/, '')
    .replace(/(?<=.)\/+$/, '');
  return query === undefined ? meant : `${meant}?${query}`;
}

export function tolerateApiPaths(): void {
  onRequestStart((request) => {
    request.url = apiPath(request.url ?? '/');
  });
}

function splitAtQuery(url: string): [path: string, query?: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

const HERE = 'http://here.invalid';

/** Where to go after signing in: `next` if it is a path of this very site, else the start page. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  const url = URL.parse(next, HERE);
  const path = url?.origin === HERE ? url.pathname + url.search : '/';
  // `/.//elsewhere.example` becomes `//elsewhere.example`, which browsers take for another site.
  return path.startsWith('//') ? '/' : path;
}

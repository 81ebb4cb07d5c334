import { headers } from 'next/headers';

/** Set anew on every request before Next sees it, see app/_http/secure-answers.ts. */
export const REQUESTED_PATH_HEADER = 'x-lectern-requested-path';

/** Path and query that the browser asked for, such as `/team/documents?tag=x`; always begins with one slash. */
export async function requestedPath(): Promise<string> {
  const path = (await headers()).get(REQUESTED_PATH_HEADER) ?? '/';
  return path.startsWith('/') && !path.startsWith('//') ? path : '/';
}

import type { IncomingMessage } from 'node:http';
import { REQUESTED_PATH_HEADER } from '#app/_session/requested-path.ts';
import { randomToken } from '#lib/platform/index.ts';
import { onRequestStart } from './on-request-start.ts';
import { INERT_POLICY, isPagePath, pagePolicy, securityHeaders } from './security-headers.ts';
import { styleHashes } from './style-hashes.ts';

const NONCE_BYTES = 16;

/**
 * Puts the security headers on every answer of this process and tells pages which path was asked for. A route's own
 * header of the same name does not replace them: Next keeps what stands already.
 */
export function secureAnswers(): void {
  onRequestStart((request, response) => {
    const path = pathOf(request);
    for (const [name, value] of Object.entries(securityHeaders(path))) response.setHeader(name, value);
    const isPage = isPagePath(path);
    const policy = isPage ? pagePolicy(randomToken(NONCE_BYTES), styleHashes) : INERT_POLICY;
    response.setHeader('content-security-policy', policy);
    // Next reads the nonce of its own scripts here; what a client sends in these two counts for nothing.
    if (isPage) request.headers['content-security-policy'] = policy;
    else delete request.headers['content-security-policy'];
    delete request.headers['content-security-policy-report-only'];
    request.headers[REQUESTED_PATH_HEADER] = localAddress(request);
  });
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

/** Path and query as a person would type them, without what Next adds when it moves between pages. */
function localAddress(request: IncomingMessage): string {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const search = new URLSearchParams(query.join('?'));
  search.delete('_rsc');
  return search.size > 0 ? `${path}?${search}` : path;
}

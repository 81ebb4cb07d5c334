import { config } from '#lib/platform/config.ts';

/** What every answer carries: pages, routes, files of the build, and what is not found. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Addresses can hold what opens something, such as an invitation: no other site learns them.
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
};

const ONE_YEAR_SECONDS = 365 * 86_400;

/** For answers that are no page of ours: a browser that shows one as a document runs and loads nothing. */
export const INERT_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** The headers of an answer to `path`, apart from its content security policy. */
export function securityHeaders(
  path: string,
  { publicUrl }: { publicUrl: string } = config(),
): Record<string, string> {
  return {
    ...always,
    // A document in a sandbox that says so, too, would not be shown at all.
    ...(isPagePath(path) ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
    // Outputs of the API are shown by whoever was given their address.
    ...(isApi(path) ? {} : { 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY' }),
    ...(isHttps(publicUrl) ? { 'strict-transport-security': `max-age=${ONE_YEAR_SECONDS}` } : {}),
  };
}

/** Whether this path leads to a page, which needs a policy with a nonce of its own. */
export function isPagePath(path: string): boolean {
  if (path === '/api/docs') return true;
  return !/^\/(api|v1|_next)(\/|$)|^\/icon\.svg$/.test(path);
}

/**
 * The policy of one page: only scripts that carry its nonce run, and what those load. Style elements need the nonce,
 * too, or are named by `styleHashes`; style attributes can load nothing, as pictures come from here alone.
 */
export function pagePolicy(
  nonce: string,
  styleHashes: readonly string[],
  { mode, publicUrl }: { mode: string; publicUrl: string } = config(),
): string {
  const isDevelopment = mode === 'development';
  return [
    "default-src 'none'",
    // React's tools for development compile code; nothing else does.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : [`'nonce-${nonce}'`, ...styleHashes].join(' ')}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps(publicUrl) ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

function isApi(path: string): boolean {
  return /^\/v1(\/|$)/.test(path);
}

function isHttps(url: string): boolean {
  return url.startsWith('https://');
}

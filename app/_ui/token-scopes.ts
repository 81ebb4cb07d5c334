import type { TokenScope } from '#lib/access/index.ts';

type Words = { name: string; use: string };

/** What each scope lets a program do, for people; the narrow ones first. */
export const scopeWords: Record<TokenScope, Words> = {
  'documents:read': { name: 'Read documents', use: 'list, search, read and export them' },
  'documents:write': { name: 'Work with documents', use: 'also upload, correct, review and delete them' },
  'predictions:read': { name: 'See predictions', use: 'look up what the API has read' },
  'predictions:write': { name: 'Make predictions', use: 'also have files read by the API' },
  files: { name: 'Files of the API', use: 'send files for predictions, list and delete them' },
  webhooks: { name: 'Webhooks', use: 'see what was sent, and the secret that signs it' },
  admin: { name: 'Everything an admin may', use: 'also members, tokens, usage and the audit trail' },
};

/** What most programs need. */
export const usualScopes: readonly TokenScope[] = ['documents:write', 'predictions:write', 'files'];

/** What includes others says it for them. */
const included: Partial<Record<string, (scope: string) => boolean>> = {
  admin: () => true,
  'documents:write': (scope) => scope === 'documents:read',
  'predictions:write': (scope) => scope === 'predictions:read',
};

/** What a token may do, without what goes without saying; scopes that this release does not know as they are. */
export function scopesInWords(scopes: readonly string[]): string {
  const said = scopes.filter((scope) => !scopes.some((wider) => wider !== scope && included[wider]?.(scope)));
  return said.map((scope) => (isScope(scope) ? scopeWords[scope].name : scope)).join(', ');
}

/** In the order in which they are offered. */
export const orderedScopes: readonly TokenScope[] = Object.keys(scopeWords).filter(isScope);

function isScope(scope: string): scope is TokenScope {
  return Object.hasOwn(scopeWords, scope);
}

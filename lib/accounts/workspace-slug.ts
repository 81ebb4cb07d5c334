/** First path segments that mean something else than a workspace. */
const RESERVED = new Set([
  'sign-in',
  'sign-up',
  'sign-out',
  'set-up',
  'invite',
  'api',
  'v1',
  'p',
  'docs',
  'settings',
  'account',
]);

/** The name as a path segment: lower-case ASCII words joined by hyphens, at most 40 characters. */
export function workspaceSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  if (words === '') return 'workspace';
  return RESERVED.has(words) ? `${words}-workspace` : words;
}

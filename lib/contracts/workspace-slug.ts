import { z } from 'zod';

/** First path segments that mean something else than a workspace, or are kept for such. */
const RESERVED = new Set([
  ...[
    'sign-in',
    'sign-up',
    'sign-out',
    'set-up',
    'reset-password',
    'invite',
    'new',
    'workspaces',
    'instance',
    '_next',
  ],
  ...['api', 'v1', 'p', 'docs', 'settings', 'account', 'admin', 'auth', 'static', 'public', 'assets', 'help'],
]);

export function isReservedSlug(slug: string): boolean {
  return RESERVED.has(slug);
}

export const SLUG_LENGTH = 40;

/** What people type as the address of a workspace. Whether it is free, only the database knows. */
export const workspaceSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, 'Use at least 2 characters.')
  .max(SLUG_LENGTH, `Use at most ${SLUG_LENGTH} characters.`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use letters a to z, digits, and single hyphens between them.')
  .refine((slug) => !isReservedSlug(slug), 'Lectern needs this address itself. Choose another one.');

/** The name as a path segment: lower-case ASCII words joined by hyphens. */
export function workspaceSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
  if (words.length < 2) return words === '' ? 'workspace' : `${words}-workspace`;
  return isReservedSlug(words) ? `${words}-workspace` : words;
}

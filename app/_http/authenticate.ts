import type { Actor } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { Unauthenticated } from '#lib/platform/errors.ts';

/** Older clients say `Token` instead of `Bearer`. @throws Unauthenticated */
export async function authenticate(request: Request): Promise<Actor & { kind: 'token' }> {
  const header = request.headers.get('authorization');
  if (!header) throw new Unauthenticated('You did not pass an authentication token');
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(header.trim())?.[1];
  const actor = token ? await authenticateToken(token) : null;
  if (!actor) throw new Unauthenticated('You did not pass a valid authentication token');
  return actor;
}

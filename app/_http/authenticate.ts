import type { Actor, RequestOrigin } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { Unauthenticated } from '#lib/platform/errors.ts';

/** The token a request carries. Older clients say `Token` instead of `Bearer`. @throws Unauthenticated */
export function bearerOf(request: Request): string {
  const header = request.headers.get('authorization');
  if (!header) throw new Unauthenticated('You did not pass an authentication token');
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(header.trim())?.[1];
  if (!token) throw invalidToken();
  return token;
}

/** @throws Unauthenticated */
export async function authenticate(bearer: string, from: RequestOrigin): Promise<Actor & { kind: 'token' }> {
  const actor = await authenticateToken(bearer, undefined, from);
  if (!actor) throw invalidToken();
  return actor;
}

function invalidToken(): Unauthenticated {
  return new Unauthenticated('You did not pass a valid authentication token');
}

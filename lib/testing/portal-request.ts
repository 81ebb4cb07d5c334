import type { TestUser } from './accounts.ts';

/** The origin that a test's browser shows. */
export const ORIGIN = 'http://localhost:3000';

/** A request as this person's browser makes it, or an anonymous one. */
export function requestOf(user: TestUser | null, path: string, init: RequestInit = {}): Request {
  const headers = new Headers(init.headers);
  if (user) headers.set('cookie', `theme=dark; next-auth.session-token=${user.sessionToken}`);
  return new Request(new URL(path, ORIGIN), { ...init, headers });
}

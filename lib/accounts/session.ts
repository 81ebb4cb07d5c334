import { randomToken, sha256 } from '#lib/platform/index.ts';

/** A session ends 30 days after it began or was last extended. */
export const SESSION_LIFETIME_SECONDS = 30 * 24 * 3600;

/** How stale `last seen` may be, so that reading a page seldom writes. */
export const LAST_SEEN_STEP_MS = 60_000;

export function newSessionToken(): string {
  return randomToken(32);
}

/** What is stored in place of the cookie's value. */
export function hashSessionToken(token: string): string {
  return sha256(token);
}

export function sessionEnd(from: Date): Date {
  return new Date(from.getTime() + SESSION_LIFETIME_SECONDS * 1000);
}

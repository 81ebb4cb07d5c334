import type { TokenScope } from '#lib/access/index.ts';
import { randomToken, sha256 } from '#lib/platform/index.ts';

/** What may be shown of a token after it was made. */
export type ApiTokenSummary = {
  id: string;
  name: string;
  /** The first characters. */
  prefix: string;
  scopes: string[];
  createdAt: Date;
  createdBy: string | null;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  /** Who made it does not belong to the workspace any more; the token stays with the workspace. */
  makerLeft: boolean;
};

/** `days`: how long it is good for; null: until somebody revokes it. */
export type NewApiToken = { name: string; scopes: readonly TokenScope[]; days: number | null };

/** How stale `last used` may be, so that a call seldom writes. */
export const LAST_USED_STEP_MS = 60_000;

/** `lect_` and 40 characters that carry 240 random bits. */
export function newToken(): string {
  return `lect_${randomToken(30)}`;
}

export function hashApiToken(token: string): string {
  return sha256(token);
}

export function tokenPrefix(token: string): string {
  return token.slice(0, 9);
}

import type { Scope } from '#lib/access/index.ts';
import { announceMany } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { revokeTokensMadeBy } from './member-store.ts';

/**
 * Revokes the tokens of a person that may do more than `within` these scopes, as who made a token knows it, and closes what
 * they have open. @returns how many
 */
export async function revokeTokensBeyond(
  tx: Tx,
  scope: Scope,
  userId: string,
  { within, now }: { within: readonly string[]; now: Date },
): Promise<number> {
  const ids = await revokeTokensMadeBy(tx, scope, userId, { within, now });
  await announceMany(
    tx,
    ids.map((tokenId) => ({ topic: 'token' as const, tokenId })),
  );
  return ids.length;
}

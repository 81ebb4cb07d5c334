import { mayGrant, personOf, type Scope, scopesWithin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, Forbidden, inTransaction, systemClock } from '#lib/platform/index.ts';
import { hashApiToken, type NewApiToken, newToken, tokenPrefix } from './api-token.ts';
import { insertApiToken } from './api-token-store.ts';
import { lockStanding } from './lock-standing.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Makes a token for a program. Its text is returned this once; only its hash is stored. It belongs to the workspace,
 * and stays when who made it leaves. One that a token makes counts as made by the same person, and ends with that token at
 * the latest. @throws Forbidden for a scope beyond what the maker may do by the time it is made; as `lockStanding`
 */
export async function createApiToken(
  scope: Scope,
  { name, scopes, days }: NewApiToken,
  clock: Clock = systemClock,
): Promise<{ id: string; token: string; expiresAt: Date | null }> {
  const token = newToken();
  const { actor } = scope;
  const wanted = days === null ? null : new Date(clock.now().getTime() + days * DAY_MS);
  const expiresAt = actor.kind === 'token' ? earlier(wanted, actor.expiresAt ?? null) : wanted;
  const id = await inTransaction(async (tx) => {
    const givable = scopesWithin((await lockStanding(tx, scope)).own);
    const beyond = scopes.find((each) => !mayGrant(scope, each) || !givable.includes(each));
    if (beyond) throw new Forbidden(`You cannot give a token more than you may do yourself: ${beyond}.`);
    const tokenId = await insertApiToken(tx, {
      workspaceId: scope.workspaceId,
      createdById: actor.kind === 'token' ? (actor.createdById ?? null) : personOf(actor),
      kind: 'personal',
      name,
      prefix: tokenPrefix(token),
      tokenHash: hashApiToken(token),
      scopes: [...scopes],
      expiresAt,
    });
    await recordAct(tx, scope, {
      act: 'token.created',
      target: { kind: 'token', id: tokenId, name },
      details: { scopes, expires_at: expiresAt?.toISOString() ?? null },
    });
    return tokenId;
  });
  return { id, token, expiresAt };
}

/** Null: never. */
function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}

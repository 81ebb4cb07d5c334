import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { markTokenRevoked } from './api-token-store.ts';

/**
 * From now on the token opens nothing, and what it has open closes.
 * @throws NotFound when the workspace has no such living token.
 */
export async function revokeApiToken(scope: Scope, id: string, clock: Clock = systemClock): Promise<void> {
  await inTransaction(async (tx) => {
    const revoked = await markTokenRevoked(tx, scope, id, clock.now());
    if (!revoked) throw new NotFound('This token is gone already.');
    await recordAct(tx, scope, {
      act: 'token.revoked',
      target: { kind: 'token', id, name: revoked.name },
    });
    await announce(tx, { topic: 'token', tokenId: id });
  });
}

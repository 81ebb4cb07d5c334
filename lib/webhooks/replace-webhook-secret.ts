import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { keptSecrets, newSealedKey } from './kept-secrets.ts';
import { replaceSealedKey } from './webhook-secret-store.ts';

/**
 * Gives the workspace a new signing secret. The old one signs beside it for a day; one that was replaced before does
 * no longer.
 */
export async function replaceWebhookSecret(scope: Scope, clock: Clock = systemClock): Promise<void> {
  const { sealedKey } = await keptSecrets(scope);
  const fresh = { sealedKey: newSealedKey(), previousSealedKey: sealedKey, replacedAt: clock.now() };
  await inTransaction(async (tx) => {
    const kept = await replaceSealedKey(scope, sealedKey, fresh, tx);
    if (kept.sealedKey === fresh.sealedKey) await recordAct(tx, scope, { act: 'webhook.secret_replaced' });
  });
}

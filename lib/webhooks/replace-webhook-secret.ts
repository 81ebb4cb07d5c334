import type { Scope } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { keptSecrets, newSealedKey } from './kept-secrets.ts';
import { replaceSealedKey } from './webhook-secret-store.ts';

/**
 * Gives the workspace a new signing secret. The old one signs beside it for a day; one that was replaced before does
 * no longer.
 */
export async function replaceWebhookSecret(scope: Scope, clock: Clock = systemClock): Promise<void> {
  const { sealedKey } = await keptSecrets(scope);
  const fresh = { sealedKey: newSealedKey(), previousSealedKey: sealedKey, replacedAt: clock.now() };
  await replaceSealedKey(scope, sealedKey, fresh);
}

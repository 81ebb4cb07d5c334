import { randomBytes } from 'node:crypto';
import type { Scope } from '#lib/access/index.ts';
import { config, seal, unseal } from '#lib/platform/index.ts';
import { findSealedKey, keepSealedKey } from './webhook-secret-store.ts';

/**
 * The workspace's signing secret, `whsec_` and standard base64 of 32 bytes; made when first asked for.
 * Every caller gets the same one, also when several ask for the first time at once.
 */
export async function getWebhookSecret(scope: Scope): Promise<string> {
  const { secret } = config();
  const sealedKey =
    (await findSealedKey(scope)) ??
    (await keepSealedKey(scope, seal(secret, `whsec_${randomBytes(32).toString('base64')}`)));
  return unseal(secret, sealedKey);
}

import { randomBytes } from 'node:crypto';
import type { Scope } from '#lib/access/index.ts';
import { config, logger, seal, unseal } from '#lib/platform/index.ts';
import { findSealedKey, keepSealedKey, replaceSealedKey } from './webhook-secret-store.ts';

/**
 * The workspace's signing secret, `whsec_` and standard base64 of 32 bytes; made when first asked for, and made
 * anew when LECTERN_SECRET has changed since, because the old one cannot be opened any more.
 * Every caller gets the same one, also when several ask for the first time at once.
 */
export async function getWebhookSecret(scope: Scope): Promise<string> {
  const sealedKey = (await findSealedKey(scope)) ?? (await keepSealedKey(scope, newSealedKey()));
  const opened = open(sealedKey);
  if (opened !== undefined) return opened;
  logger.warn(
    { workspaceId: scope.workspaceId },
    'the webhook secret was sealed with another LECTERN_SECRET; the workspace gets a new webhook secret',
  );
  return unseal(config().secret, await replaceSealedKey(scope, sealedKey, newSealedKey()));
}

function newSealedKey(): string {
  return seal(config().secret, `whsec_${randomBytes(32).toString('base64')}`);
}

function open(sealedKey: string): string | undefined {
  try {
    return unseal(config().secret, sealedKey);
  } catch {
    return undefined;
  }
}

import type { Scope } from '#lib/access/index.ts';
import { keptSecrets } from './kept-secrets.ts';

/**
 * The workspace's signing secret, `whsec_` and standard base64 of 32 bytes; made when first asked for, and made
 * anew when LECTERN_SECRET has changed since, because the old one cannot be opened any more.
 * Every caller gets the same one, also when several ask for the first time at once.
 */
export async function getWebhookSecret(scope: Scope): Promise<string> {
  return (await keptSecrets(scope)).current;
}

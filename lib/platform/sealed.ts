import { type Config, config } from './config.ts';
import { seal, unseal } from './crypto.ts';

type Secrets = Pick<Config, 'secret' | 'formerSecrets'>;

/** This installation's secrets, the current one first: what an earlier one signed or sealed still counts. */
export function everySecret({ secret, formerSecrets }: Secrets = config()): readonly string[] {
  return [secret, ...formerSecrets];
}

/** Encrypts text at rest under the current secret. */
export function sealText(plain: string): string {
  return seal(config().secret, plain);
}

/**
 * Opens what `sealText` closed, now or before the secret was changed.
 * @throws Error when the secret it was sealed with is not among ours, or the text was changed.
 */
export function openSealed(sealed: string, secrets: Secrets = config()): string {
  for (const former of secrets.formerSecrets) {
    const plain = openedWith(former, sealed);
    if (plain !== undefined) return plain;
  }
  return unseal(secrets.secret, sealed);
}

/** The same text under the current secret, if a former one had sealed it; null when it is not for us to change. */
export function sealedAnew(sealed: string, secrets: Secrets = config()): string | null {
  for (const former of secrets.formerSecrets) {
    const plain = openedWith(former, sealed);
    if (plain !== undefined) return seal(secrets.secret, plain);
  }
  return null;
}

function openedWith(secret: string, sealed: string): string | undefined {
  try {
    return unseal(secret, sealed);
  } catch {
    return undefined;
  }
}

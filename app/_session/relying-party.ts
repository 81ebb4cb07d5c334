import { isIP } from 'node:net';
import type { RelyingParty } from '#lib/accounts/index.ts';
import { config } from '#lib/platform/config.ts';
import { Conflict } from '#lib/platform/errors.ts';

/**
 * For which site passkeys are made and asked for; null where browsers offer none: they want a name, and https unless
 * it is this machine (WebAuthn Level 3, 5.1.2).
 */
export function relyingParty({ publicUrl }: { publicUrl: string } = config()): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isSecure = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost');
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  return isSecure && !isAddress ? { id: hostname, origin } : null;
}

/** @throws Conflict where browsers offer no passkeys */
export function requireRelyingParty(): RelyingParty {
  const party = relyingParty();
  if (!party) throw new Conflict('Passkeys work only where Lectern is called by a name over https.');
  return party;
}

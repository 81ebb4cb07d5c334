import { generateRegistrationOptions } from '@simplewebauthn/server';
import { type Clock, LimitReached, systemClock } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { newChallenge } from './challenge.ts';
import { MOST_PASSKEYS, passkeyAlgorithms, type RelyingParty } from './passkey.ts';
import { findPasskeys } from './passkey-store.ts';

/** What the browser needs to make a passkey for this person; good once, for five minutes. @throws LimitReached */
export async function beginPasskey(
  { user }: Pick<SessionHolder, 'user'>,
  party: RelyingParty,
  clock: Clock = systemClock,
) {
  const present = await findPasskeys(user.id);
  if (present.length >= MOST_PASSKEYS) {
    throw new LimitReached(`You have ${MOST_PASSKEYS} passkeys. Remove one that you no longer use.`);
  }
  return await generateRegistrationOptions({
    rpName: 'Lectern',
    rpID: party.id,
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    userDisplayName: user.name,
    challenge: await newChallenge('passkey_add', user.id, clock.now()),
    excludeCredentials: present.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: [...passkeyAlgorithms],
    // Found by the browser itself, so that signing in needs no e-mail address.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
}

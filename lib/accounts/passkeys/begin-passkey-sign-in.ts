import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { requireTry } from '../require-try.ts';
import { newChallenge } from './challenge.ts';
import type { RelyingParty } from './passkey.ts';

/** What the browser needs to sign with a passkey, whosever it is; good once, for five minutes. @throws LimitReached */
export async function beginPasskeySignIn(
  party: RelyingParty,
  origin: RequestOrigin,
  clock: Clock = systemClock,
) {
  await requireTry('passkey', origin);
  return await generateAuthenticationOptions({
    rpID: party.id,
    challenge: await newChallenge('passkey_sign_in', null, clock.now()),
    userVerification: 'preferred',
  });
}

import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { RequestOrigin } from '#lib/access/index.ts';
import type { PasskeyProof } from '#lib/contracts/index.ts';
import { type Clock, inTransaction, logger, systemClock } from '#lib/platform/index.ts';
import { type Admission, admit } from '../admit.ts';
import { recordLimit, recordRefusal } from '../record-refusal.ts';
import { countTry } from '../try-limits.ts';
import { takeChallenge } from './challenge.ts';
import type { RelyingParty } from './passkey.ts';
import { countPasskeyUse, findPasskey } from './passkey-store.ts';

export type PasskeyOutcome =
  | Admission
  /** Unknown, removed, not for this address, or it took longer than five minutes. */
  | { outcome: 'wrong' }
  | { outcome: 'limited'; retryAfterSeconds: number };

/**
 * Begins a session for whoever holds the passkey. With a fingerprint, face or PIN it counts for both factors; a key
 * that was only touched leaves the code of the authenticator app to be asked for.
 */
export async function signInWithPasskey(
  { proof, party, ...origin }: { proof: PasskeyProof; party: RelyingParty } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<PasskeyOutcome> {
  const retryAfterSeconds = await countTry('passkey', origin);
  if (retryAfterSeconds > 0) {
    await recordLimit('passkey', origin);
    return { outcome: 'limited', retryAfterSeconds };
  }
  const now = clock.now();
  const passkey = await findPasskey(proof.id);
  const shown = passkey && (await verify(passkey, proof, party, now));
  return await inTransaction(async (tx): Promise<PasskeyOutcome> => {
    const isUsed = shown && (await countPasskeyUse(tx, passkey, { ...shown.seen, lastUsedAt: now }));
    if (!isUsed) {
      await recordRefusal(tx, { way: 'passkey', user: passkey?.user ?? null, origin });
      return { outcome: 'wrong' };
    }
    const user = { ...passkey.user, ...(shown.isUserVerified && { totpConfirmedAt: null }) };
    return await admit(tx, { user, proof: { method: 'passkey' }, origin }, now);
  });
}

type StoredPasskey = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

async function verify(passkey: StoredPasskey, proof: PasskeyProof, party: RelyingParty, now: Date) {
  const challenge = await takeChallenge('passkey_sign_in', null, proof.response.clientDataJSON, now);
  if (challenge === null) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: proof,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: passkey.id, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
      requireUserVerification: false,
    });
    if (!verified) return null;
    const { newCounter, credentialBackedUp, userVerified } = authenticationInfo;
    return {
      isUserVerified: userVerified,
      seen: { counter: BigInt(newCounter), isBackedUp: credentialBackedUp },
    };
  } catch (error) {
    logger.info({ err: error }, 'a passkey was refused');
    return null;
  }
}

import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { recordAct } from '#lib/audit/index.ts';
import type { NewPasskey } from '#lib/contracts/index.ts';
import {
  type Clock,
  Conflict,
  InvalidInput,
  inTransaction,
  logger,
  systemClock,
} from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { deviceInWords } from '../device.ts';
import { requireOwnSession } from '../require-own-session.ts';
import { lockCredentials } from '../user-store.ts';
import { takeChallenge } from './challenge.ts';
import { passkeyAlgorithms, type RelyingParty } from './passkey.ts';
import { insertPasskey } from './passkey-store.ts';

/**
 * Keeps the passkey that the browser made, named after the device; its owner may rename it.
 * @throws InvalidInput when it does not answer our challenge; Conflict when it is known already; Unauthenticated when the
 *   session has ended meanwhile
 */
export async function addPasskey(
  { actor }: Pick<SessionHolder, 'actor'>,
  made: NewPasskey,
  party: RelyingParty,
  clock: Clock = systemClock,
): Promise<{ id: string; name: string }> {
  const verified = await verify(actor.userId, made, party, clock.now());
  if (!verified) throw new InvalidInput('The passkey could not be checked, or it took too long. Try again.');
  const { credential, credentialBackedUp } = verified;
  const device = deviceInWords(actor.from?.userAgent ?? null);
  const name = device === 'Unknown device' ? 'Passkey' : device;
  await inTransaction(async (tx) => {
    // A take-over ends sessions and removes passkeys: this one must not come after it.
    await lockCredentials(tx, actor.userId);
    await requireOwnSession(tx, actor);
    const isNew = await insertPasskey(tx, {
      id: credential.id,
      userId: actor.userId,
      name,
      publicKey: credential.publicKey,
      counter: BigInt(credential.counter),
      transports: made.response.transports,
      isBackedUp: credentialBackedUp,
    });
    if (!isNew) throw new Conflict('This passkey is in use already.');
    const target = { kind: 'passkey', id: credential.id, name };
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.passkey_added', target });
  });
  return { id: credential.id, name };
}

async function verify(userId: string, made: NewPasskey, party: RelyingParty, now: Date) {
  const challenge = await takeChallenge('passkey_add', userId, made.response.clientDataJSON, now);
  if (challenge === null) return null;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: made,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    });
    return registrationInfo ?? null;
  } catch (error) {
    logger.info({ err: error }, 'a new passkey was refused');
    return null;
  }
}

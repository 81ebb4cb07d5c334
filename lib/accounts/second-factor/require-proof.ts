import { type Clock, Conflict, InvalidInput, inTransaction, systemClock } from '#lib/platform/index.ts';
import { passwordMatches } from '../password.ts';
import { requireTry } from '../require-try.ts';
import { findSecondFactor } from './second-factor-store.ts';
import { takeCode } from './take-code.ts';

/**
 * Before the authenticator app is changed: makes sure that it is the person themselves, not somebody at their open
 * browser, by their password, a code of the app, or a recovery code.
 * @throws InvalidInput for the field `proof`; Conflict when the app is off; LimitReached
 */
export async function requireProof(userId: string, proof: string, clock: Clock = systemClock): Promise<void> {
  const { totpConfirmedAt, passwordHash } = await findSecondFactor(userId);
  if (!totpConfirmedAt) throw new Conflict('The authenticator app is switched off. Reload the page.');
  await requireTry('proof', { subject: userId });
  if (await inTransaction((tx) => takeCode(tx, userId, proof, clock.now()))) return;
  if (await passwordMatches(proof, passwordHash)) return;
  const description = 'This is neither your password nor a code that works now.';
  throw new InvalidInput(description, [{ field: 'proof', type: 'wrong', description }]);
}

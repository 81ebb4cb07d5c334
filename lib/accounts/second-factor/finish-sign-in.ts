import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { noteAddressProof } from '../address/note-address-proof.ts';
import { linkIdentity } from '../oidc/link-identity.ts';
import { beginSession, type OpenedSession } from '../open-session.ts';
import { recordLimit, recordRefusal } from '../record-refusal.ts';
import { hashStepToken } from '../steps/sign-in-step.ts';
import { countStepTry, findLivingStep, takeStep } from '../steps/sign-in-step-store.ts';
import { countTry, forgetTries } from '../try-limits.ts';
import { lockCredentials } from '../user-store.ts';
import { firstProofSchema } from './first-proof.ts';
import { takeCode } from './take-code.ts';

/** After these the first proof must be given again. */
export const TRIES_PER_STEP = 5;

const methods = {
  password: 'password_and_code',
  mailed_link: 'mailed_link_and_code',
  passkey: 'passkey',
  oidc: 'oidc',
} as const;

export type FinishOutcome =
  | ({ outcome: 'signed_in'; isRecovery: boolean } & OpenedSession)
  | { outcome: 'wrong' }
  /** Too late, too many tries, or used already: sign in from the beginning. */
  | { outcome: 'over' }
  | { outcome: 'limited'; retryAfterSeconds: number };

/**
 * The second step of signing in: a code of the app or a recovery code, by whoever holds the token of the first step.
 * Every try is counted before the code is looked at, for the step and for the person. Who came from a provider is
 * linked to it only now.
 */
export async function finishSignIn(
  { stepToken, code, ...origin }: { stepToken: string; code: string } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<FinishOutcome> {
  const now = clock.now();
  const tokenHash = hashStepToken(stepToken);
  const step = await findLivingStep('second_factor', tokenHash, now);
  if (!step?.user) return { outcome: 'over' };
  const { user } = step;
  if (!(await countStepTry(step.id, TRIES_PER_STEP))) return { outcome: 'over' };
  const retryAfterSeconds = await countTry('code', { subject: user.id });
  if (retryAfterSeconds > 0) {
    await recordLimit('code', origin);
    return { outcome: 'limited', retryAfterSeconds };
  }
  const proof = firstProofSchema.parse(step.data);
  const finished = await inTransaction(async (tx): Promise<FinishOutcome> => {
    // A new password or a proved address ends what was begun: it is waited for, and then looked at again.
    await lockCredentials(tx, user.id);
    if (!(await findLivingStep('second_factor', tokenHash, now, tx))) return { outcome: 'over' };
    const taken = await takeCode(tx, user.id, code, now);
    if (!taken) {
      await recordRefusal(tx, { way: 'code', user, origin });
      return { outcome: 'wrong' };
    }
    if (!(await takeStep(tx, 'second_factor', tokenHash, now))) return { outcome: 'over' };
    if (proof.method === 'oidc' && !(await linkIdentity(tx, user, { ...proof, origin }))) {
      return { outcome: 'over' };
    }
    await noteAddressProof(tx, user, { origin, now, isCodeGiven: true });
    const isRecovery = taken === 'recovery_code';
    const details = isRecovery ? { code: 'recovery_code' } : {};
    const begun = await beginSession(
      tx,
      { userId: user.id, method: methods[proof.method], origin, details },
      now,
    );
    return { outcome: 'signed_in', isRecovery, ...begun };
  });
  if (finished.outcome === 'signed_in') await forgetTries('code', { subject: user.id });
  return finished;
}

/** Whether a code may still be given for this first step. The token is the proof. */
export async function isSignInStepLiving(stepToken: string, clock: Clock = systemClock): Promise<boolean> {
  return (await findLivingStep('second_factor', hashStepToken(stepToken), clock.now())) !== null;
}

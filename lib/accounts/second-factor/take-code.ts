import { openSealed, type Tx } from '#lib/platform/index.ts';
import { stepOfCode } from './authenticator.ts';
import { hashRecoveryCode } from './recovery-code.ts';
import { findSecondFactor, takeRecoveryCode, takeTotpStep } from './second-factor-store.ts';

/**
 * Uses up a code of the person's authenticator app or one of their recovery codes; each works once.
 * @returns which of them it was, or null when it is neither. The caller has counted the try.
 */
export async function takeCode(
  tx: Tx,
  userId: string,
  code: string,
  now: Date,
): Promise<'app' | 'recovery_code' | null> {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) {
    return (await takeRecoveryCode(tx, userId, hashRecoveryCode(code), now)) ? 'recovery_code' : null;
  }
  const { totpSecret, totpConfirmedAt } = await findSecondFactor(userId, tx);
  if (!totpSecret || !totpConfirmedAt) return null;
  const step = stepOfCode(openSealed(totpSecret), digits, now);
  return step !== null && (await takeTotpStep(tx, userId, step)) ? 'app' : null;
}

import { z } from 'zod';
import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { proveAddress } from '../address/prove-address.ts';
import { asPerson } from '../as-person.ts';
import { mailPasswordChanged } from '../mailed-links/mails.ts';
import { findPasskeys } from '../passkeys/passkey-store.ts';
import { requireTry } from '../require-try.ts';
import { removeSecondFactor } from '../second-factor/second-factor-store.ts';
import { deleteSessions } from '../session-store.ts';
import { hashStepToken } from '../steps/sign-in-step.ts';
import { deleteStepsOf, findLivingStep, takeStep } from '../steps/sign-in-step-store.ts';
import { lockCredentials, setPasswordHash } from '../user-store.ts';
import { newPasswordHash } from './new-password-hash.ts';

/** What a link remembers; one that was mailed remembers nothing. */
const kept = z.object({ by: z.literal('operator').optional(), endsSecondFactor: z.literal('yes').nullish() });
export type KeptOfReset = Required<z.infer<typeof kept>> & Record<string, string | null>;

/**
 * Sets the password of the person to whom the link was mailed or handed, once. In the same transaction all of their sessions
 * end and every other link is worth nothing any more; they sign in with the new password, and their second factor.
 * Passkeys stay, as a forgotten password says nothing about them; the mail about it names them. A link that was handed
 * over proves no address.
 * @returns how many still sign in
 * @throws NotFound when the link works no more; InvalidInput for the field `password`; LimitReached
 */
export async function resetPassword(
  { token, password, ...origin }: { token: string; password: string } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<{ passkeysLeft: number }> {
  await requireTry('use-link', origin);
  const now = clock.now();
  const tokenHash = hashStepToken(token);
  const user = (await findLivingStep('password_reset', tokenHash, now))?.user;
  if (!user) throw linkIsOver();
  // A password that is refused does not use the link up.
  const passwordHash = await newPasswordHash(password, [user.email, user.name]);
  return await inTransaction(async (tx) => {
    await lockCredentials(tx, user.id);
    const step = await takeStep(tx, 'password_reset', tokenHash, now);
    if (!step) throw linkIsOver();
    const { by, endsSecondFactor } = kept.parse(step.data ?? {});
    if (by !== 'operator') await proveAddress(tx, user, { origin, now, keepsSecondFactor: true });
    if (endsSecondFactor) {
      await removeSecondFactor(tx, user.id);
      await recordAct(tx, asPerson(user, origin), { act: 'account.second_factor_off' });
    }
    await setPasswordHash(tx, user.id, passwordHash);
    await deleteSessions(tx, { userId: user.id });
    await deleteStepsOf(tx, user.id);
    await recordAct(tx, asPerson(user, origin), { act: 'account.password_reset' });
    const passkeys = await findPasskeys(user.id, tx);
    await mailPasswordChanged(tx, user, { from: origin, now, passkeys });
    await announce(tx, { topic: 'access', userId: user.id });
    return { passkeysLeft: passkeys.length };
  });
}

function linkIsOver(): NotFound {
  return new NotFound('This link was used already or is too old. Ask for a new one.');
}

import { z } from 'zod';
import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { proveAddress } from '../address/prove-address.ts';
import { type Admission, admit } from '../admit.ts';
import { recordLimit, recordRefusal } from '../record-refusal.ts';
import { hashStepToken } from '../steps/sign-in-step.ts';
import { findLivingStep, takeStep } from '../steps/sign-in-step-store.ts';
import { countTry } from '../try-limits.ts';
import { lockCredentials } from '../user-store.ts';

export type MailedLinkOutcome =
  | (Admission & {
      /** Where they wanted to go when they asked; the caller makes sure that it is a path of ours. */
      next: string;
    })
  /** Used before, too old, or never sent. */
  | { outcome: 'over' }
  | { outcome: 'limited'; retryAfterSeconds: number };

const kept = z.object({ next: z.string() });

/**
 * Signs in whoever holds a link that was mailed, once; asks for the second factor where there is one. It proves the
 * address, too.
 */
export async function signInByMailedLink(
  { token, ...origin }: { token: string } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<MailedLinkOutcome> {
  const retryAfterSeconds = await countTry('use-link', origin);
  if (retryAfterSeconds > 0) {
    await recordLimit('use-link', origin);
    return { outcome: 'limited', retryAfterSeconds };
  }
  const now = clock.now();
  const tokenHash = hashStepToken(token);
  const holder = (await findLivingStep('mailed_link', tokenHash, now))?.user;
  return await inTransaction(async (tx): Promise<MailedLinkOutcome> => {
    // A new password ends links that were mailed before: it is waited for.
    if (holder) await lockCredentials(tx, holder.id);
    const step = await takeStep(tx, 'mailed_link', tokenHash, now);
    if (!holder || !step) {
      await recordRefusal(tx, { way: 'mailed_link', origin });
      return { outcome: 'over' };
    }
    await proveAddress(tx, holder, { origin, now, keepsSecondFactor: true });
    const user = await lockCredentials(tx, holder.id);
    const { next } = kept.parse(step.data);
    return { ...(await admit(tx, { user, proof: { method: 'mailed_link' }, origin }, now)), next };
  });
}

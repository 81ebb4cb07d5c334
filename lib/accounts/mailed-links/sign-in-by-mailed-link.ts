import { z } from 'zod';
import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { proveAddress } from '../address/prove-address.ts';
import { type Admission, admit } from '../admit.ts';
import { recordLimit, recordRefusal } from '../record-refusal.ts';
import { hashStepToken } from '../steps/sign-in-step.ts';
import { takeStep } from '../steps/sign-in-step-store.ts';
import { countTry } from '../try-limits.ts';
import { findCredentialsById } from '../user-store.ts';

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
  return await inTransaction(async (tx): Promise<MailedLinkOutcome> => {
    const step = await takeStep(tx, 'mailed_link', hashStepToken(token), now);
    if (!step?.userId) {
      await recordRefusal(tx, { way: 'mailed_link', origin });
      return { outcome: 'over' };
    }
    await proveAddress(tx, await findCredentialsById(step.userId, tx), { origin, now });
    const user = await findCredentialsById(step.userId, tx);
    const { next } = kept.parse(step.data);
    return { ...(await admit(tx, { user, method: 'mailed_link', origin }, now)), next };
  });
}

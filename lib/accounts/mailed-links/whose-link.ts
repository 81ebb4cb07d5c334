import { type Clock, systemClock } from '#lib/platform/index.ts';
import { hashStepToken } from '../steps/sign-in-step.ts';
import { findLivingStep } from '../steps/sign-in-step-store.ts';

/** Whom a mailed link is for, without using it up; null when it works no more. The token is the proof. */
export async function whoseLink(
  kind: 'mailed_link' | 'password_reset',
  token: string,
  clock: Clock = systemClock,
): Promise<{ email: string } | null> {
  const step = await findLivingStep(kind, hashStepToken(token), clock.now());
  return step?.user ? { email: step.user.email } : null;
}

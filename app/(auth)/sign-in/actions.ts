'use server';

import { headers } from 'next/headers';
import { runAction } from '#app/_actions/run-action.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { setSessionCookie } from '#app/_session/session-jar.ts';
import { signIn as signInVerb } from '#lib/accounts/index.ts';
import { type ActionResult, type SignInForm, signInForm } from '#lib/contracts/index.ts';
import { LimitReached, Unauthenticated } from '#lib/platform/errors.ts';

/** Anybody may try; the verb limits how often. */
export async function signIn(input: SignInForm): Promise<ActionResult<null>> {
  return runAction(signInForm, input, async (form) => {
    const result = await signInVerb({ ...form, ...requestOrigin(await headers()) });
    if (result.outcome === 'wrong') throw new Unauthenticated('The e-mail address or the password is wrong.');
    if (result.outcome === 'limited') {
      const minutes = Math.ceil(result.retryAfterSeconds / 60);
      const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
      throw new LimitReached(`Too many attempts. Try again in ${wait}.`, result.retryAfterSeconds);
    }
    await setSessionCookie(result.token);
    return null;
  });
}

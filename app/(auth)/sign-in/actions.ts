'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { runAction } from '#app/_actions/run-action.ts';
import { type LetIn, letIn } from '#app/_session/let-in.ts';
import { requireRelyingParty } from '#app/_session/relying-party.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { setSessionCookie } from '#app/_session/session-jar.ts';
import { dropStepCookie, readStepCookie } from '#app/_session/step-jar.ts';
import * as accounts from '#lib/accounts/index.ts';
import {
  type ActionResult,
  codeForm,
  passkeyProofSchema,
  type SignInForm,
  signInForm,
} from '#lib/contracts/index.ts';
import { Conflict, InvalidInput, Unauthenticated } from '#lib/platform/errors.ts';

/** Anybody may try; the verb limits how often. */
export async function signIn(input: SignInForm): Promise<ActionResult<LetIn>> {
  return runAction(signInForm, input, async (form) => {
    const result = await accounts.signIn({ ...form, ...requestOrigin(await headers()) });
    if (result.outcome === 'wrong') throw new Unauthenticated('The e-mail address or the password is wrong.');
    if (result.outcome === 'limited') throw accounts.tooManyTries(result.retryAfterSeconds);
    return await letIn(result);
  });
}

/** The second step, by whoever holds the cookie of the first one. */
export async function finishSignIn(
  input: z.input<typeof codeForm>,
): Promise<ActionResult<{ isRecovery: boolean }>> {
  return runAction(codeForm, input, async ({ code }) => {
    const stepToken = await readStepCookie();
    if (!stepToken) throw signInAgain();
    const origin = requestOrigin(await headers());
    const result = await accounts.finishSignIn({ stepToken, code, ...origin });
    if (result.outcome === 'over') throw signInAgain();
    if (result.outcome === 'limited') throw accounts.tooManyTries(result.retryAfterSeconds);
    if (result.outcome === 'wrong') throw wrongCode();
    await setSessionCookie(result.token);
    await dropStepCookie();
    return { isRecovery: result.isRecovery };
  });
}

/** What the browser needs to sign with a passkey. */
export async function beginPasskeySignIn(): Promise<
  ActionResult<Awaited<ReturnType<typeof accounts.beginPasskeySignIn>>>
> {
  return runAction(z.undefined(), undefined, async () =>
    accounts.beginPasskeySignIn(requireRelyingParty(), requestOrigin(await headers())),
  );
}

/** Anybody who holds the passkey. */
export async function signInWithPasskey(
  input: z.input<typeof passkeyProofSchema>,
): Promise<ActionResult<LetIn>> {
  return runAction(passkeyProofSchema, input, async (proof) => {
    const origin = requestOrigin(await headers());
    const result = await accounts.signInWithPasskey({ proof, party: requireRelyingParty(), ...origin });
    if (result.outcome === 'limited') throw accounts.tooManyTries(result.retryAfterSeconds);
    if (result.outcome === 'wrong') {
      throw new Unauthenticated(
        'This passkey opens no account here, or it took too long. Try again, or use another way.',
      );
    }
    return await letIn(result);
  });
}

function wrongCode(): InvalidInput {
  const description = 'This code does not work. Use the one that your app shows now; each works once.';
  return new InvalidInput(description, [{ field: 'code', type: 'wrong', description }]);
}

function signInAgain(): Conflict {
  return new Conflict('This took too long, or there were too many wrong codes. Sign in from the beginning.');
}

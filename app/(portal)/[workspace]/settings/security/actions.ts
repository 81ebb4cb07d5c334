'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { runAsPerson } from '#app/_actions/run-action.ts';
import { requireRelyingParty } from '#app/_session/relying-party.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { setSessionCookie } from '#app/_session/session-jar.ts';
import * as accounts from '#lib/accounts/index.ts';
import {
  type ActionResult,
  codeForm,
  newPasskeySchema,
  newPasswordSchema,
  passkeyNameSchema,
} from '#lib/contracts/index.ts';

// Each is about the caller's own account: whose that is, their session says, never the input.

const nothing = z.strictObject({});
const passwordForm = z.object({
  current: z.string().min(1, 'Enter your present password.').max(200),
  password: newPasswordSchema,
});
const proofForm = z.object({ proof: z.string().min(1, 'Enter your password or a code.').max(200) });
const ofPasskey = z.object({ passkeyId: z.string().max(1_500) });
const passkeyName = ofPasskey.extend({ name: passkeyNameSchema });

type Input<Schema extends z.ZodType> = z.input<Schema>;

/** Ends all other sessions; this browser goes on with a new token. */
export async function changePassword(input: Input<typeof passwordForm>): Promise<ActionResult<null>> {
  return runAsPerson(passwordForm, input, async (form, session) => {
    const { token } = await accounts.changePassword(session, form);
    await setSessionCookie(token);
    return null;
  });
}

/** For people without a password: a link to set one, to their own address. */
export async function sendPasswordLink(input: Input<typeof nothing>): Promise<ActionResult<null>> {
  return runAsPerson(nothing, input, async (_, { user: { email } }) => {
    await accounts.requestPasswordReset({ email, origin: requestOrigin(await headers()) });
    return null;
  });
}

export async function beginSecondFactor(
  input: Input<typeof nothing>,
): Promise<ActionResult<{ secret: string; uri: string }>> {
  return runAsPerson(nothing, input, (_, session) => accounts.beginSecondFactor(session));
}

/** @returns the recovery codes, this once */
export async function confirmSecondFactor(
  input: Input<typeof codeForm>,
): Promise<ActionResult<{ codes: string[] }>> {
  return runAsPerson(codeForm, input, async ({ code }, session) => ({
    codes: await accounts.confirmSecondFactor(session, code),
  }));
}

/** @returns the recovery codes, this once */
export async function renewRecoveryCodes(
  input: Input<typeof proofForm>,
): Promise<ActionResult<{ codes: string[] }>> {
  return runAsPerson(proofForm, input, async ({ proof }, session) => ({
    codes: await accounts.renewRecoveryCodes(session, proof),
  }));
}

export async function endSecondFactor(input: Input<typeof proofForm>): Promise<ActionResult<null>> {
  return runAsPerson(proofForm, input, async ({ proof }, session) => {
    await accounts.endSecondFactor(session, proof);
    return null;
  });
}

/** What the browser needs to make a passkey. */
export async function beginPasskey(
  input: Input<typeof nothing>,
): Promise<ActionResult<Awaited<ReturnType<typeof accounts.beginPasskey>>>> {
  return runAsPerson(nothing, input, (_, session) => accounts.beginPasskey(session, requireRelyingParty()));
}

export async function addPasskey(
  input: Input<typeof newPasskeySchema>,
): Promise<ActionResult<{ id: string; name: string }>> {
  return runAsPerson(newPasskeySchema, input, (made, session) =>
    accounts.addPasskey(session, made, requireRelyingParty()),
  );
}

/** One's own passkeys only. */
export async function renamePasskey(input: Input<typeof passkeyName>): Promise<ActionResult<null>> {
  return runAsPerson(passkeyName, input, async ({ passkeyId, name }, session) => {
    await accounts.renamePasskey(session, passkeyId, name);
    return null;
  });
}

/** One's own passkeys only. */
export async function removePasskey(input: Input<typeof ofPasskey>): Promise<ActionResult<null>> {
  return runAsPerson(ofPasskey, input, async ({ passkeyId }, session) => {
    await accounts.removePasskey(session, passkeyId);
    return null;
  });
}

'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { runAction } from '#app/_actions/run-action.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { takeSessionCookie } from '#app/_session/session-jar.ts';
import * as accounts from '#lib/accounts/index.ts';
import { type ActionResult, mailForm, newPasswordSchema } from '#lib/contracts/index.ts';

/** Anybody may ask; the answer says nothing about who has an account. */
export async function requestReset(
  input: z.input<typeof mailForm>,
): Promise<ActionResult<{ email: string }>> {
  return runAction(mailForm, input, async ({ email }) => {
    await accounts.requestPasswordReset({ email, origin: requestOrigin(await headers()) });
    return { email };
  });
}

const resetForm = z.object({ token: z.string().max(200), password: newPasswordSchema });

/** Whoever holds the link, once. All sessions of theirs are over then, this browser's, too. */
export async function resetPassword(
  input: z.input<typeof resetForm>,
): Promise<ActionResult<{ passkeysLeft: number }>> {
  return runAction(resetForm, input, async (form) => {
    const left = await accounts.resetPassword({ ...form, ...requestOrigin(await headers()) });
    await takeSessionCookie();
    return left;
  });
}

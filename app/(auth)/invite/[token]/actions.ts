'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { runAction, runAsPerson } from '#app/_actions/run-action.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { setSessionCookie } from '#app/_session/session-jar.ts';
import { openSession } from '#lib/accounts/index.ts';
import { type ActionResult, invitationTokenSchema, joinForm } from '#lib/contracts/index.ts';
import * as workspaces from '#lib/workspaces/index.ts';

const ofInvitation = z.object({ token: invitationTokenSchema });
const joining = joinForm.extend({ token: invitationTokenSchema });

/** For whoever is signed in and holds the link. */
export async function acceptInvitation(
  input: z.input<typeof ofInvitation>,
): Promise<ActionResult<{ slug: string }>> {
  return runAsPerson(ofInvitation, input, ({ token }, { actor }) =>
    workspaces.acceptInvitation(actor, token),
  );
}

/** For whoever holds the link and has no account; the verb limits how often. */
export async function joinAsNewPerson(
  input: z.input<typeof joining>,
): Promise<ActionResult<{ slug: string }>> {
  return runAction(joining, input, async ({ token, ...form }) => {
    const origin = requestOrigin(await headers());
    const { userId, slug } = await workspaces.acceptAsNewPerson(token, form, origin);
    const session = await openSession(userId, 'sign_up', origin);
    await setSessionCookie(session.token);
    return { slug };
  });
}

'use server';

import { headers } from 'next/headers';
import { runAction } from '#app/_actions/run-action.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { setSessionCookie } from '#app/_session/session-jar.ts';
import { openSession, setUpFirstOwner } from '#lib/accounts/index.ts';
import { type ActionResult, type SetUpForm, setUpForm } from '#lib/contracts/index.ts';

/** Anybody may, until the installation has its first owner. */
export async function setUp(input: SetUpForm): Promise<ActionResult<{ workspace: string }>> {
  return runAction(setUpForm, input, async (form) => {
    const { userId, workspaceSlug } = await setUpFirstOwner(form);
    const { token } = await openSession(userId, 'sign_up', requestOrigin(await headers()));
    await setSessionCookie(token);
    return { workspace: workspaceSlug };
  });
}

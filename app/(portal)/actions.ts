'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { runAction } from '#app/_actions/run-action.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { takeSessionCookie } from '#app/_session/session-jar.ts';
import { signOut as signOutVerb } from '#lib/accounts/index.ts';
import type { ActionResult } from '#lib/contracts/index.ts';

/** Ends the session this browser holds; fine without one. */
export async function signOut(): Promise<ActionResult<null>> {
  return runAction(z.undefined(), undefined, async () => {
    const token = await takeSessionCookie();
    if (token) await signOutVerb(token, requestOrigin(await headers()));
    return null;
  });
}

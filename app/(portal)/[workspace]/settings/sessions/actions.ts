'use server';

import { z } from 'zod';
import { runAsPerson } from '#app/_actions/run-action.ts';
import * as accounts from '#lib/accounts/index.ts';
import type { ActionResult } from '#lib/contracts/index.ts';

const ofSession = z.object({ sessionId: z.string() });

/** One's own sessions only, the present one included. */
export async function revokeSession(input: z.input<typeof ofSession>): Promise<ActionResult<null>> {
  return runAsPerson(ofSession, input, async ({ sessionId }, session) => {
    await accounts.revokeSession(session, sessionId);
    return null;
  });
}

const nothing = z.strictObject({});

/** All of one's own sessions but the present one. @returns how many there were */
export async function revokeOtherSessions(input: z.input<typeof nothing>): Promise<ActionResult<number>> {
  return runAsPerson(nothing, input, async (_, session) => accounts.revokeOtherSessions(session));
}

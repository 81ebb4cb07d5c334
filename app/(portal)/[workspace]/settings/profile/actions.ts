'use server';

import { runAsPerson } from '#app/_actions/run-action.ts';
import * as accounts from '#lib/accounts/index.ts';
import { type ActionResult, type ProfileForm, profileForm } from '#lib/contracts/index.ts';

/** For everybody, about themselves. */
export async function changeProfile(input: ProfileForm): Promise<ActionResult<null>> {
  return runAsPerson(profileForm, input, async (profile, session) => {
    await accounts.changeProfile(session, profile);
    return null;
  });
}

'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { runAction } from '#app/_actions/run-action.ts';
import { type LetIn, letIn } from '#app/_session/let-in.ts';
import { localPath } from '#app/_session/local-path.ts';
import { requestOrigin } from '#app/_session/request-origin.ts';
import * as accounts from '#lib/accounts/index.ts';
import { type ActionResult, mailForm } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';

const askForm = mailForm.extend({ next: z.string().max(2_000).transform(localPath) });

/** Anybody may ask; the answer says nothing about who has an account. */
export async function requestLink(input: z.input<typeof askForm>): Promise<ActionResult<{ email: string }>> {
  return runAction(askForm, input, async ({ email, next }) => {
    await accounts.requestMailedLink({ email, next, origin: requestOrigin(await headers()) });
    return { email };
  });
}

const ofLink = z.object({ token: z.string().max(200) });

/** Whoever holds the link, once. @returns where they wanted to go */
export async function signInByLink(
  input: z.input<typeof ofLink>,
): Promise<ActionResult<LetIn & { next: string }>> {
  return runAction(ofLink, input, async ({ token }) => {
    const result = await accounts.signInByMailedLink({ token, ...requestOrigin(await headers()) });
    if (result.outcome === 'limited') throw accounts.tooManyTries(result.retryAfterSeconds);
    if (result.outcome === 'over') {
      throw new NotFound('This link was used already or is too old. Ask for a new one.');
    }
    return { ...(await letIn(result)), next: localPath(result.next) };
  });
}

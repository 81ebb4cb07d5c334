'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import * as accounts from '#lib/accounts/index.ts';
import { type ActionResult, newTokenSchema } from '#lib/contracts/index.ts';

const newToken = newTokenSchema.extend({ workspace: z.string() });
const ofToken = z.object({ workspace: z.string(), tokenId: z.string() });

/** The token's text is in this one answer and nowhere else. */
export async function createApiToken(
  input: z.input<typeof newToken>,
): Promise<ActionResult<{ id: string; token: string }>> {
  return runInWorkspace(newToken, input, 'token:manage', async ({ name, scopes, days }, scope) => {
    const { id, token } = await accounts.createApiToken(scope, { name, scopes, days });
    return { id, token };
  });
}

export async function revokeApiToken(input: z.input<typeof ofToken>): Promise<ActionResult<null>> {
  return runInWorkspace(ofToken, input, 'token:manage', async ({ tokenId }, scope) => {
    await accounts.revokeApiToken(scope, tokenId);
    return null;
  });
}

'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { allTokenScopes } from '#lib/access/index.ts';
import * as accounts from '#lib/accounts/index.ts';
import type { ActionResult } from '#lib/contracts/index.ts';

const newToken = z.object({
  workspace: z.string(),
  name: z
    .string()
    .trim()
    .min(1, 'Name the token, so that you know it again.')
    .max(80, 'Use at most 80 characters.'),
});
const ofToken = z.object({ workspace: z.string(), tokenId: z.string() });

/** The token's text is in this one answer and nowhere else. */
export async function createApiToken(
  input: z.input<typeof newToken>,
): Promise<ActionResult<{ id: string; token: string }>> {
  return runInWorkspace(newToken, input, 'token:manage', ({ name }, scope) =>
    accounts.createApiToken(scope, { name, scopes: allTokenScopes, expiresAt: null }),
  );
}

export async function revokeApiToken(input: z.input<typeof ofToken>): Promise<ActionResult<null>> {
  return runInWorkspace(ofToken, input, 'token:manage', async ({ tokenId }, scope) => {
    await accounts.revokeApiToken(scope, tokenId);
    return null;
  });
}

import { allTokenScopes } from '#lib/access/index.ts';
import { type Config, inTransaction } from '#lib/platform/index.ts';
import { hashApiToken } from './api-token.ts';
import { insertApiTokenOnce } from './api-token-store.ts';
import { createFirstOwner } from './create-first-owner.ts';
import { isSetUp } from './is-set-up.ts';
import { keepPortalTokens } from './keep-portal-tokens.ts';
import { hashPassword } from './password.ts';
import { findFirstOwnersWorkspace } from './user-store.ts';

/**
 * Brings the accounts in line with the configuration at start-up: the first owner (while no user exists), the
 * operator's API token, and the portal's own keys. Safe to repeat and to run in several processes at once; it
 * never changes a password, and a token that was revoked stays revoked.
 */
export async function ensureFirstOwner({ firstOwner }: Pick<Config, 'firstOwner'>): Promise<void> {
  if (firstOwner) {
    const email = firstOwner.email.trim().toLowerCase();
    if (!(await isSetUp())) {
      const passwordHash = await hashPassword(firstOwner.password);
      const name = email.split('@')[0] ?? email;
      await inTransaction((tx) =>
        createFirstOwner(tx, { email, name, passwordHash, workspaceName: 'Workspace' }),
      );
    }
    if (firstOwner.apiToken) await ensureApiToken(email, firstOwner.apiToken);
  }
  await keepPortalTokens();
}

async function ensureApiToken(email: string, token: string): Promise<void> {
  await inTransaction(async (tx) => {
    const owner = await findFirstOwnersWorkspace(tx, email);
    if (!owner) return;
    await insertApiTokenOnce(tx, {
      workspaceId: owner.workspaceId,
      createdById: owner.userId,
      kind: 'personal',
      name: 'LECTERN_API_TOKEN',
      // The operator chose this token, and it may be short: none of it is shown.
      prefix: '',
      tokenHash: hashApiToken(token),
      scopes: [...allTokenScopes],
    });
  });
}

import { inTransaction, portalToken, type Tx } from '#lib/platform/index.ts';
import { hashApiToken } from './api-token.ts';
import { replacePortalToken, workspacesForPortalTokens } from './api-token-store.ts';

const SCOPES = ['predictions:write', 'files', 'webhooks'];

/** Stores the hash of the key that the portal derives for this workspace. Safe to repeat. */
export async function keepPortalToken(tx: Tx, workspaceId: string): Promise<void> {
  await replacePortalToken(tx, workspaceId, hashApiToken(portalToken(workspaceId)), SCOPES);
}

/** Renews every workspace's key: it is another one after LECTERN_SECRET was changed. */
export async function keepPortalTokens(): Promise<void> {
  for (const { id } of await workspacesForPortalTokens()) {
    await inTransaction((tx) => keepPortalToken(tx, id));
  }
}

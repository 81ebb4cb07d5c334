import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { apiTokenOf, createUser } from './accounts.ts';

/** An API token of a new workspace that may do everything. */
export async function newApiToken(): Promise<string> {
  return await apiTokenOf(await createUser());
}

/** What a token of a new workspace may do with predictions. */
export async function newApiScope(): Promise<Scope> {
  const actor = await authenticateToken(await newApiToken());
  if (!actor) throw new Error('The new token is not valid.');
  return authorize(actor, actor.workspaceId, 'prediction:write');
}

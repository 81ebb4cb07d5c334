import { authorize, type Permission, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { apiTokenOf, createUser, type TestUser } from './accounts.ts';

/** An API token of a new workspace that may do everything. */
export async function newApiToken(): Promise<string> {
  return await apiTokenOf(await createUser());
}

/** What a token of a new workspace may do with predictions. */
export async function newApiScope(): Promise<Scope> {
  return tokenScopeOf(await createUser(), 'prediction:write');
}

/** What a new API token of the user may do. */
export async function tokenScopeOf(user: TestUser, permission: Permission): Promise<Scope> {
  const actor = await authenticateToken(await apiTokenOf(user));
  if (!actor) throw new Error('The new token is not valid.');
  return authorize(actor, actor.workspaceId, permission);
}

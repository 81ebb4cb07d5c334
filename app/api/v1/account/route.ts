import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { getWorkspace } from '#lib/accounts/index.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';

const get = definePortalRoute(portalOperations.getWorkspace, async ({ scope }) => {
  const { workspaceId, actor } = scope;
  // Only tokens come here.
  if (actor.kind !== 'token') throw new NotFound('There is no such token.');
  const { slug, name } = await getWorkspace(scope);
  const token = { id: actor.tokenId, name: actor.name ?? '', permissions: actor.permissions };
  return { body: { workspace: { id: workspaceId, slug, name }, token } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });

import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { changeRole, removeMember } from '#lib/workspaces/index.ts';

const change = definePortalRoute(portalOperations.changeMember, async ({ scope, params, body }) => {
  await changeRole(scope, { userId: params.person_id, role: body.role });
  return { status: 204 };
});

const remove = definePortalRoute(portalOperations.removeMember, async ({ scope, params, query }) => {
  await removeMember(scope, { userId: params.person_id, revokeTokens: query.revoke_tokens });
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  PATCH: change,
  DELETE: remove,
});

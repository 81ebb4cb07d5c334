import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { revokeInvitation } from '#lib/workspaces/index.ts';

const revoke = definePortalRoute(portalOperations.revokeInvitation, async ({ scope, params }) => {
  await revokeInvitation(scope, params.invitation_id);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ DELETE: revoke });

import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { listInvitations } from '#lib/workspaces/index.ts';
import { invitationToWire } from '../_wire/member-to-wire.ts';

const list = definePortalRoute(portalOperations.listInvitations, async ({ scope }) => ({
  body: { results: (await listInvitations(scope)).map(invitationToWire) },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });

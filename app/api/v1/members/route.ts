import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { listMembersInDetail } from '#lib/workspaces/index.ts';
import { memberToWire } from '../_wire/member-to-wire.ts';

const list = definePortalRoute(portalOperations.listMembers, async ({ scope }) => ({
  body: { results: (await listMembersInDetail(scope)).map(memberToWire) },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });

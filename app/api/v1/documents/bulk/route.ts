import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { changeDocuments } from './change-documents.ts';

const change = definePortalRoute(portalOperations.changeDocuments, async ({ scope, body }) => ({
  body: await changeDocuments(scope, body),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: change });

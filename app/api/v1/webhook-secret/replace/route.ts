import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { replaceWebhookSecret } from '#lib/webhooks/index.ts';

const replace = definePortalRoute(portalOperations.replaceSecret, async ({ scope }) => {
  await replaceWebhookSecret(scope);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: replace });

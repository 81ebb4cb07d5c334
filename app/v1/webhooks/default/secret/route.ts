import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';
import { getWebhookSecret } from '#lib/webhooks/index.ts';

const get = defineRoute(operations.getWebhookSecret, async ({ scope }) => ({
  body: { key: await getWebhookSecret(scope) },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });

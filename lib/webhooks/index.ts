export { deliverWebhook } from './deliver-webhook.ts';
export { failDelivery } from './fail-delivery.ts';
export { getWebhookSecret } from './get-webhook-secret.ts';
export { type Message, queueWebhooks, type Recipient } from './queue-webhooks.ts';
export { checkWebhookUrl } from './webhook-url.ts';

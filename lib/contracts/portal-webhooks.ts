import { z } from 'zod';
import { idSchema } from './id.ts';
import { takesNothing } from './operation.ts';
import { cursorSchema, portalListSchema } from './portal-list.ts';
import { webhookEventSchema } from './predictions.ts';

const ofDelivery = z.object({ delivery_id: idSchema });
const stateSchema = z.enum(['waiting', 'pending', 'delivered', 'gave_up']);

export const portalDeliverySchema = z
  .object({
    id: z.string(),
    prediction_id: z.string(),
    event: webhookEventSchema,
    url: z.string(),
    state: stateSchema,
    created_at: z.iso.datetime(),
    last_attempt: z
      .object({ number: z.number().int(), response_status: z.number().int().nullable() })
      .nullable(),
  })
  .meta({ id: 'Delivery' });

export const portalDeliveryDetailSchema = portalDeliverySchema
  .omit({ last_attempt: true })
  .extend({
    /** What is sent; null when it is not kept any more. */
    body: z.string().nullable(),
    attempts: z.array(
      z.object({
        number: z.number().int(),
        started_at: z.iso.datetime(),
        duration_ms: z.number().int(),
        response_status: z.number().int().nullable(),
        error: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeliveryDetail' });

const webhooks = { tag: 'deliveries', ...takesNothing } as const;

export const portalWebhookOperations = {
  listDeliveries: {
    ...webhooks,
    method: 'GET',
    path: '/api/v1/deliveries',
    summary: 'List what predictions told to receivers, newest first, 50 at a time.',
    permission: 'webhook:read',
    query: z.object({ cursor: cursorSchema, state: stateSchema.optional() }),
    reply: portalListSchema(portalDeliverySchema),
  },
  getDelivery: {
    ...webhooks,
    method: 'GET',
    path: '/api/v1/deliveries/{delivery_id}',
    summary: 'Describe one message with every attempt to deliver it.',
    permission: 'webhook:read',
    params: ofDelivery,
    reply: portalDeliveryDetailSchema,
  },
  replayDelivery: {
    ...webhooks,
    method: 'POST',
    path: '/api/v1/deliveries/{delivery_id}/replay',
    summary: 'Send a message once more, with the same text and a fresh signature.',
    status: 202,
    permission: 'webhook:replay',
    params: ofDelivery,
    problems: { '409': 'It is on its way, or its text is not kept any more.' },
    reply: portalDeliveryDetailSchema,
  },
  replaceSecret: {
    ...webhooks,
    method: 'POST',
    path: '/api/v1/webhook-secret/replace',
    summary: 'Replace the secret that signs webhooks; the old one signs beside it for a day.',
    status: 204,
    permission: 'webhook:manage',
    reply: z.undefined(),
  },
} as const;

export type PortalDeliveryWire = z.infer<typeof portalDeliverySchema>;
export type PortalDeliveryDetailWire = z.infer<typeof portalDeliveryDetailSchema>;

import { z } from 'zod';
import { takesNothing } from './operation.ts';

/** What the stream of events carries as `data`: a hint to ask again. */
export const portalEventWireSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('document'), document_id: z.string(), page: z.number().int().optional() }),
  z.object({ type: z.literal('export'), export_id: z.string() }),
  /** Events may have been missed: ask for everything again. */
  z.object({ type: z.literal('resync') }),
]);

export const portalEventOperations = {
  followEvents: {
    ...takesNothing,
    method: 'GET',
    path: '/api/v1/events',
    tag: 'events',
    summary:
      'Follow what changes, as server-sent events whose `data` is JSON: {"type":"document","document_id":…} or {"type":"export","export_id":…}; after {"type":"resync"} ask for everything again.',
    permission: 'document:read',
    reply: z.string().meta({ id: 'EventStream' }),
  },
} as const;

export type PortalEventWire = z.infer<typeof portalEventWireSchema>;

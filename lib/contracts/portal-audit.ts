import { z } from 'zod';
import { idSchema } from './id.ts';
import { jsonSchema } from './json.ts';
import { takesNothing } from './operation.ts';
import { cursorSchema, portalListSchema } from './portal-list.ts';

export const portalAuditEventSchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    /** Names are those of then. */
    actor: z.object({
      kind: z.enum(['user', 'token', 'system', 'nobody']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    /** What was done, such as `document.trashed`. */
    act: z.string(),
    target: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
    details: z.record(z.string(), jsonSchema),
    ip_address: z.string().nullable(),
    user_agent: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });

export const portalAuditOperations = {
  listAuditEvents: {
    ...takesNothing,
    tag: 'workspace',
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'List what was done in the workspace, by whom and from where, newest first, 50 at a time.',
    permission: 'audit:read',
    query: z.object({
      cursor: cursorSchema,
      actor_id: idSchema.optional().describe('A person or token.'),
      target: z.string().max(200).optional().describe('Its id, or a part of its name.'),
      from: z.iso.datetime().optional(),
      to: z.iso.datetime().optional().describe('Exclusive.'),
    }),
    reply: portalListSchema(portalAuditEventSchema),
  },
} as const;

export type PortalAuditEventWire = z.infer<typeof portalAuditEventSchema>;

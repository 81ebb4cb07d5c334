import { z } from 'zod';
import { idSchema } from './id.ts';
import { takesNothing } from './operation.ts';
import { wholeListSchema } from './portal-list.ts';

/** Names of what a token may do; lib/access says what each means. */
export const tokenScopeSchema = z.enum([
  'predictions:read',
  'predictions:write',
  'files',
  'webhooks',
  'documents:read',
  'documents:write',
  'admin',
]);

/** Days after which a token ends unless its maker says otherwise. */
export const USUAL_TOKEN_DAYS = 90;
const MAX_TOKEN_DAYS = 3_650;

/** What somebody says who makes a token. */
export const newTokenSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Name the token, so that you know it again.')
    .max(80, 'Use at most 80 characters.'),
  scopes: z.array(tokenScopeSchema).min(1, 'Choose what the token may do.').max(20),
  days: z
    .int()
    .min(1)
    .max(MAX_TOKEN_DAYS)
    .nullable()
    .default(USUAL_TOKEN_DAYS)
    .describe('How long it is good for; null: until it is revoked.'),
});

export const portalTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The first characters. */
    prefix: z.string(),
    scopes: z.array(z.string()),
    created_at: z.iso.datetime(),
    created_by: z.string().nullable(),
    /** Who made it does not belong to the workspace any more. */
    maker_left: z.boolean(),
    last_used_at: z.iso.datetime().nullable(),
    expires_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Token' });

const tokens = { tag: 'tokens', ...takesNothing } as const;

export const portalTokenOperations = {
  listTokens: {
    ...tokens,
    method: 'GET',
    path: '/api/v1/tokens',
    summary: 'List the tokens of the workspace that are good.',
    permission: 'token:manage',
    reply: wholeListSchema(portalTokenSchema),
  },
  createToken: {
    ...tokens,
    method: 'POST',
    path: '/api/v1/tokens',
    summary: 'Make a token. Its text is in this one answer and nowhere else.',
    status: 201,
    permission: 'token:manage',
    body: newTokenSchema,
    example: { name: 'Nightly import', scopes: ['documents:write'], days: 30 },
    reply: z.object({ id: z.string(), token: z.string(), expires_at: z.iso.datetime().nullable() }),
  },
  revokeToken: {
    ...tokens,
    method: 'DELETE',
    path: '/api/v1/tokens/{token_id}',
    summary: 'Revoke a token: it opens nothing from then on, and its streams close.',
    status: 204,
    permission: 'token:manage',
    params: z.object({ token_id: idSchema }),
    reply: z.undefined(),
  },
} as const;

export type PortalTokenWire = z.infer<typeof portalTokenSchema>;

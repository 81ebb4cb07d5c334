import { z } from 'zod';
import { idSchema } from './id.ts';
import { insightRanges } from './insights.ts';
import { takesNothing } from './operation.ts';
import { wholeListSchema } from './portal-list.ts';
import { roleSchema } from './workspaces.ts';

const ofMember = z.object({ person_id: idSchema });
const rangeQuery = z.object({ range: z.enum(insightRanges).default('90-days') });

export const portalAccountSchema = z.object({
  workspace: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  token: z.object({
    id: z.string(),
    name: z.string(),
    /** What operations need: see `x-permission` of each. */
    permissions: z.array(z.string()),
  }),
});

export const portalMemberSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    joined_at: z.iso.datetime(),
    last_seen_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Member' });

export const portalInvitationSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    role: roleSchema,
    invited_by: z.string(),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' });

const errorFigures = {
  approved_pages: z.number(),
  character_errors: z.number(),
  character_count: z.number(),
  /** Approved pages in scripts that put blanks between words: their words are counted. */
  word_pages: z.number(),
  word_errors: z.number(),
  word_count: z.number(),
};
const figures = {
  ...errorFigures,
  read_pages: z.number(),
  /** Mean, 0 to 1; null when nothing was read, or the service does not say. */
  confidence: z.number().nullable(),
  corrections: z.number(),
  corrected_pages: z.number(),
};
const kindSchema = z.object({ name: z.string(), ...errorFigures });

export const portalInsightsSchema = z.object({
  range: z.enum(insightRanges),
  step: z.enum(['day', 'week', 'month']),
  total: z.object(figures),
  /** `from` is the first day, in UTC. */
  periods: z.array(z.object({ from: z.string(), ...figures })),
  content_types: z.array(kindSchema),
  languages: z.array(kindSchema),
  tags: z.array(kindSchema),
  corrected_words: z.object({
    pages: z.number(),
    words: z.array(z.object({ before: z.string(), after: z.string(), count: z.number() })),
  }),
});

const counts = { pages: z.number(), failed_pages: z.number() };

export const portalUsageSchema = z.object({
  range: z.enum(insightRanges),
  step: z.enum(['day', 'month']),
  total: z.object(counts),
  periods: z.array(z.object({ from: z.string(), ...counts })),
  /** People and tokens, most pages first; `name` is null when they are gone. */
  subjects: z.array(
    z.object({ kind: z.enum(['user', 'token']), id: z.string(), name: z.string().nullable(), ...counts }),
  ),
  /** Bytes. */
  storage: z.object({
    documents: z.number(),
    exports: z.number(),
    api_files: z.number(),
    total: z.number(),
  }),
  /** Null: any number of pages. */
  quota: z
    .object({
      monthly_pages: z.number(),
      read_pages: z.number(),
      pages_under_way: z.number(),
      renews_at: z.iso.datetime(),
    })
    .nullable(),
});

const workspace = { tag: 'workspace', ...takesNothing } as const;

export const portalWorkspaceOperations = {
  getWorkspace: {
    ...workspace,
    method: 'GET',
    path: '/api/v1/account',
    summary: 'Tell whose the token is and what it may do.',
    permission: 'workspace:read',
    reply: portalAccountSchema,
  },
  listLanguages: {
    ...workspace,
    method: 'GET',
    path: '/api/v1/languages',
    summary: 'List the languages in which documents can be read; none where a hosted service decides.',
    permission: 'workspace:read',
    reply: wholeListSchema(z.object({ code: z.string(), name: z.string(), native_name: z.string() })),
  },
  listMembers: {
    ...workspace,
    method: 'GET',
    path: '/api/v1/members',
    summary: 'List who belongs to the workspace.',
    permission: 'member:read',
    reply: wholeListSchema(portalMemberSchema),
  },
  changeMember: {
    ...workspace,
    method: 'PATCH',
    path: '/api/v1/members/{person_id}',
    summary: 'Give a member another role. A token gives none above admin, and changes no owner.',
    status: 204,
    permission: 'member:manage',
    params: ofMember,
    body: z.strictObject({ role: roleSchema }),
    example: { role: 'editor' },
    problems: { '409': 'It is the last owner.' },
    reply: z.undefined(),
  },
  removeMember: {
    ...workspace,
    method: 'DELETE',
    path: '/api/v1/members/{person_id}',
    summary:
      'Remove somebody from the workspace. Tokens that they made stay, but for those with rights of an admin, unless `revoke_tokens=true`.',
    status: 204,
    permission: 'member:manage',
    params: ofMember,
    query: z.object({ revoke_tokens: z.stringbool().default(false) }),
    problems: { '409': 'It is the last owner.' },
    reply: z.undefined(),
  },
  listInvitations: {
    ...workspace,
    method: 'GET',
    path: '/api/v1/invitations',
    summary: 'List invitations that nobody has accepted. Only people invite people.',
    permission: 'member:manage',
    reply: wholeListSchema(portalInvitationSchema),
  },
  revokeInvitation: {
    ...workspace,
    method: 'DELETE',
    path: '/api/v1/invitations/{invitation_id}',
    summary: 'Revoke an invitation: its link opens nothing from then on.',
    status: 204,
    permission: 'member:manage',
    params: z.object({ invitation_id: idSchema }),
    reply: z.undefined(),
  },
  getInsights: {
    ...workspace,
    method: 'GET',
    path: '/api/v1/insights',
    summary: 'Figures about accuracy and corrections.',
    permission: 'job:read',
    query: rangeQuery,
    reply: portalInsightsSchema,
  },
  getUsage: {
    ...workspace,
    method: 'GET',
    path: '/api/v1/usage',
    summary: 'Pages read by day, person and token, what is stored, and the monthly quota.',
    permission: 'usage:read',
    query: rangeQuery,
    reply: portalUsageSchema,
  },
} as const;

export type PortalAccountWire = z.infer<typeof portalAccountSchema>;
export type PortalMemberWire = z.infer<typeof portalMemberSchema>;
export type PortalInvitationWire = z.infer<typeof portalInvitationSchema>;
export type PortalInsightsWire = z.infer<typeof portalInsightsSchema>;
export type PortalUsageWire = z.infer<typeof portalUsageSchema>;

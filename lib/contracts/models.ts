import { z } from 'zod';

export const modelVersionSchema = z
  .object({
    id: z.string(),
    created_at: z.iso.datetime(),
    cog_version: z.string(),
    openapi_schema: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ModelVersion' });

export const modelSchema = z
  .object({
    url: z.url(),
    owner: z.string(),
    name: z.string(),
    description: z.string(),
    visibility: z.literal('public'),
    is_official: z.boolean(),
    github_url: z.null(),
    paper_url: z.null(),
    license_url: z.null(),
    cover_image_url: z.null(),
    /** Predictions that the caller's workspace has made with it. */
    run_count: z.int(),
    /** A complete prediction where there is one: clients read its fields. */
    default_example: z.null(),
    latest_version: modelVersionSchema.nullable(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'Model' });

export const searchQuerySchema = z.object({
  query: z.string(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** What a search over everything finds; here only models can be found. */
export const searchResultSchema = z.object({
  query: z.string(),
  models: z.array(z.object({ model: modelSchema, metadata: z.object({ tags: z.array(z.string()) }) })),
  collections: z.array(z.never()),
  pages: z.array(z.never()),
});

export const accountSchema = z.object({
  type: z.enum(['user', 'organization']),
  username: z.string(),
  name: z.string(),
  github_url: z.string().nullable(),
  avatar_url: z.string().nullable(),
});

export const hardwareSchema = z.array(z.object({ sku: z.string(), name: z.string() }));

export const webhookSecretSchema = z.object({ key: z.string() });

export type ModelVersionWire = z.infer<typeof modelVersionSchema>;
export type ModelWire = z.infer<typeof modelSchema>;
export type SearchResultWire = z.infer<typeof searchResultSchema>;
export type AccountWire = z.infer<typeof accountSchema>;

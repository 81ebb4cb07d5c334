import { z } from 'zod';

export const modelVersionSchema = z.object({
  id: z.string(),
  created_at: z.iso.datetime(),
  cog_version: z.string(),
  openapi_schema: z.record(z.string(), z.unknown()),
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
export type AccountWire = z.infer<typeof accountSchema>;

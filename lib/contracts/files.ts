import { z } from 'zod';
import { jsonSchema } from './json.ts';

/** A file sent to the prediction service, as Replicate's files API shows it. */
export const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  content_type: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Hexadecimal MD5. */
  etag: z.string(),
  checksums: z.object({ sha256: z.string(), md5: z.string() }),
  metadata: z.record(z.string(), jsonSchema),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  urls: z.object({ get: z.string() }),
});

export const fileMetadataSchema = z.record(z.string(), jsonSchema);

/** At most 255 bytes of UTF-8. */
export const fileNameSchema = z.string().refine((name) => new TextEncoder().encode(name).length <= 255, {
  params: { format: 'filename' },
});

export const listFilesQuerySchema = z.object({ cursor: z.string().optional() });

export type FileWire = z.infer<typeof fileSchema>;

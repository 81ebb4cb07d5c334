import { z } from 'zod';
import { jsonSchema } from './json.ts';

/** A file sent to the prediction service, as Replicate's files API shows it. */
export const fileSchema = z
  .object({
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
    /** `download` is signed and needs no token; Replicate's own service does not give it. */
    urls: z.object({ get: z.string(), download: z.string() }),
  })
  .meta({ id: 'File' });

export const fileMetadataSchema = z.record(z.string(), jsonSchema);

/** At most 255 bytes of UTF-8. */
export const fileNameSchema = z.string().refine((name) => new TextEncoder().encode(name).length <= 255, {
  params: { format: 'filename' },
});

/** The parts of the form that sends a file. */
export const fileFormSchema = z.object({
  content: z.string().meta({ format: 'binary' }).describe('The file itself.'),
  metadata: fileMetadataSchema.optional().describe('A JSON object to keep with it.'),
  filename: fileNameSchema.optional().describe('Its name, instead of that of the part.'),
  type: z.string().optional().describe('Its media type, instead of that of the part.'),
});

/** What a download address carries besides the file's id. */
export const downloadQuerySchema = z.object({
  owner: z.string().describe('Whose file it is: the username of the account.'),
  expiry: z.string().describe('When the address ends, in Unix seconds.'),
  signature: z.string().describe('Proof that this installation made the address.'),
});

export const listFilesQuerySchema = z.object({ cursor: z.string().optional() });

export type FileWire = z.infer<typeof fileSchema>;

import { discardBlob, type StoredBlob, usingBlob, writeBlob } from '#lib/blobs/index.ts';
import { fileMetadataSchema, fileNameSchema, MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { InvalidInput, LimitReached } from '#lib/platform/errors.ts';
import type { NewFile } from '#lib/predictions/index.ts';
import { type FilePart, maxFormBytes, readMultipart } from './read-multipart.ts';

const DEFAULT_NAME = 'file';
const DEFAULT_TYPE = 'application/octet-stream';

type Content = { blob: StoredBlob; name: string; contentType: string };

/**
 * Reads the multipart form of `POST /v1/files` (contract 11.2): the bytes go to the blob store as they arrive, and
 * the parts may come in any order.
 * @throws LimitReached above 100 MB; BadRequest when the form breaks off; InvalidInput naming the part that is wrong.
 */
export async function readFileForm(request: Request): Promise<NewFile> {
  if (Number(request.headers.get('content-length')) > maxFormBytes(MAX_UPLOAD_BYTES)) throw tooLarge();
  const discard = ({ blob }: Content) => discardBlob(blob);
  const { content, fields } = await readMultipart(request, { part: 'content', take: store, discard });
  if (!content) throw invalid('', 'required', 'content is required');
  return usingBlob(content.blob, async () => described(content, fields));
}

function described(content: Content, fields: ReadonlyMap<string, string>): NewFile {
  const name = fields.get('filename') || content.name;
  if (!fileNameSchema.safeParse(name).success)
    throw invalid('filename', 'string_lte', 'Must be at most 255 bytes long');
  return {
    blob: content.blob,
    name,
    contentType: fields.get('type') || content.contentType,
    metadata: parseMetadata(fields.get('metadata')),
  };
}

async function store({ bytes, name = DEFAULT_NAME, contentType = DEFAULT_TYPE }: FilePart): Promise<Content> {
  try {
    return { blob: await writeBlob(bytes, { maxBytes: MAX_UPLOAD_BYTES }), name, contentType };
  } catch (error) {
    throw error instanceof LimitReached ? tooLarge() : error;
  }
}

function parseMetadata(text: string | undefined): NewFile['metadata'] {
  if (!text) return {};
  try {
    return fileMetadataSchema.parse(JSON.parse(text));
  } catch {
    throw invalid('metadata', 'invalid_type', 'Invalid type. Expected: object');
  }
}

function tooLarge(): LimitReached {
  return new LimitReached('Files must be less than 100MB in size');
}

function invalid(field: string, type: string, description: string): InvalidInput {
  return new InvalidInput('Input validation failed', [{ field, type, description }]);
}

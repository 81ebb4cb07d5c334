import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { type StoredBlob, writeBlob } from '#lib/blobs/index.ts';
import { fileMetadataSchema, fileNameSchema, MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { InvalidInput, LimitReached } from '#lib/platform/errors.ts';
import type { NewFile } from '#lib/predictions/index.ts';
import { BadRequest } from './bad-request.ts';

const MAX_FIELD_BYTES = 1_048_576;
const DEFAULT_NAME = 'file';
const DEFAULT_TYPE = 'application/octet-stream';

type Content = { blob: StoredBlob; name: string; contentType: string };
type Form = { content: Content | undefined; fields: ReadonlyMap<string, string> };

/**
 * Reads the multipart form of `POST /v1/files` (contract 11.2): the bytes go to the blob store as they arrive, and
 * the parts may come in any order.
 * @throws LimitReached above 100 MB; BadRequest when the form breaks off; InvalidInput naming the part that is wrong.
 */
export async function readFileForm(request: Request): Promise<NewFile> {
  if (Number(request.headers.get('content-length')) > MAX_UPLOAD_BYTES + MAX_FIELD_BYTES) throw tooLarge();
  const { content, fields } = await readParts(request);
  if (!content) throw invalid('', 'required', 'content is required');
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

async function readParts(request: Request): Promise<Form> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(contentType))
    return { content: undefined, fields: new Map() };
  const parser = new Busboy({
    headers: { 'content-type': contentType },
    // Some clients send every part as if it were a file.
    isPartAFile: (name) => name === 'content',
    limits: { files: 1, fields: 10, fieldSize: MAX_FIELD_BYTES },
  });
  const fields = new Map<string, string>();
  const stop = new AbortController();
  let content: Promise<Content> | undefined;
  parser.on('field', (name, value) => fields.set(name, value));
  // Of a form that breaks off, the parser complains again after its streams were left; unheard, that ends the process.
  parser.on('error', ignore);
  parser.on('file', (_, stream, fileName: string | undefined, __, type) => {
    stream.on('error', ignore);
    content = store(stream, fileName || DEFAULT_NAME, type || DEFAULT_TYPE);
    content.catch(() => stop.abort());
  });
  try {
    await pipeline(Readable.from(request.body), parser, { signal: stop.signal });
    return { content: await content, fields };
  } catch (error) {
    // When storing failed, parsing was only broken off.
    if (stop.signal.aborted) await content;
    throw new BadRequest('The multipart form could not be read to its end.', { cause: error });
  }
}

async function store(stream: BusboyFileStream, name: string, contentType: string): Promise<Content> {
  try {
    return { blob: await writeBlob(stream, { maxBytes: MAX_UPLOAD_BYTES }), name, contentType };
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

function ignore(): void {}

function tooLarge(): LimitReached {
  return new LimitReached('Files must be less than 100MB in size');
}

function invalid(field: string, type: string, description: string): InvalidInput {
  return new InvalidInput('Input validation failed', [{ field, type, description }]);
}

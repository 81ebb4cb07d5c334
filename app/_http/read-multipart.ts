import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { BadRequest } from './bad-request.ts';

const MAX_FIELD_BYTES = 1_048_576;

export type FilePart = {
  bytes: AsyncIterable<Uint8Array>;
  /** As the client named it. */
  name: string | undefined;
  contentType: string | undefined;
};

export type MultipartForm<Content> = { content: Content | undefined; fields: ReadonlyMap<string, string> };

/** How large a request with such a form may announce itself. */
export function maxFormBytes(maxFileBytes: number): number {
  return maxFileBytes + MAX_FIELD_BYTES;
}

/**
 * Reads a multipart form with one file: its bytes go to `take` as they arrive, and the parts may come in any order. What
 * was taken of a form that breaks off behind it goes to `discard`. A request that is no such form is an empty one.
 * @throws BadRequest when it breaks off; whatever `take` throws
 */
export async function readMultipart<Content>(
  request: Request,
  {
    part,
    take,
    discard,
  }: {
    part: string;
    take: (file: FilePart) => Promise<Content>;
    discard: (content: Content) => Promise<void>;
  },
): Promise<MultipartForm<Content>> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(contentType))
    return { content: undefined, fields: new Map() };
  const parser = new Busboy({
    headers: { 'content-type': contentType },
    // Some clients send every part as if it were a file.
    isPartAFile: (name) => name === part,
    limits: { files: 1, fields: 10, fieldSize: MAX_FIELD_BYTES },
  });
  const fields = new Map<string, string>();
  const stop = new AbortController();
  let content: Promise<Content> | undefined;
  let fileStream: Readable | undefined;
  let breach: unknown;
  parser.on('field', (name, value) => fields.set(name, value));
  // Of a form that breaks off, the parser complains again after its streams were left; unheard, that ends the process.
  parser.on('error', ignore);
  parser.on('file', (_, stream, fileName: string | undefined, __, type: string | undefined) => {
    fileStream = stream;
    stream.on('error', (error) => {
      breach ??= error;
    });
    content = take({ bytes: stream, name: fileName || undefined, contentType: type || undefined });
    content.catch(() => stop.abort());
  });
  try {
    await pipeline(Readable.from(request.body), parser, { signal: stop.signal });
    return { content: await content, fields };
  } catch (error) {
    // When taking failed by itself, parsing was only broken off.
    const reason = stop.signal.aborted ? await content?.catch((failure: unknown) => failure) : breach;
    if (reason !== breach) throw reason;
    // When the sender went away, the parser leaves the file's stream open, and whoever takes it waiting.
    fileStream?.destroy(new Error('The form broke off.'));
    await content?.then(discard, ignore);
    throw new BadRequest('The multipart form could not be read to its end.', { cause: error });
  }
}

function ignore(): void {}

import type { OpenedFile } from '#lib/documents/index.ts';
import { INERT_POLICY } from './security-headers.ts';

type Options = {
  request: Request;
  /** A picture that our engine drew. Everything else may carry what its sender put there, and is only saved. */
  isOwnPicture?: boolean;
};

/**
 * Sends stored bytes to the person they belong to. Their URL's `v` names the bytes, so that the browser keeps
 * them for good; without it, it asks each time.
 */
export async function fileReply(
  file: OpenedFile,
  { request, isOwnPicture = false }: Options,
): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const version = new URL(request.url).searchParams.get('v');
  const isNamed = version !== null && version.length >= 16 && file.sha256.startsWith(version);
  const headers = {
    etag,
    'cache-control': isNamed ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const { size, stream } = await file.open();
  // Next answers HEAD by GET's handler and lets the body lie: an open file would stay open.
  const isHead = request.method === 'HEAD';
  if (isHead) await stream.cancel();
  return new Response(isHead ? null : stream, {
    headers: {
      ...headers,
      'content-type': file.contentType,
      'content-length': String(size),
      'content-disposition': contentDisposition(isOwnPicture ? 'inline' : 'attachment', file.name),
      'content-security-policy': INERT_POLICY,
    },
  });
}

/** A text to be saved as a file. */
export function textFileReply(name: string, text: string, contentType = 'text/plain'): Response {
  return new Response(text, {
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-disposition': contentDisposition('attachment', name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': INERT_POLICY,
    },
  });
}

/** A file to be saved that is written as it is sent; nothing of it is kept. */
export function generatedFileReply(
  { name, contentType, bytes }: { name: string; contentType: string; bytes: AsyncIterable<Uint8Array> },
  request: Request,
): Response {
  return new Response(request.method === 'HEAD' ? null : streamOf(bytes), {
    headers: {
      'content-type': contentType,
      'content-disposition': contentDisposition('attachment', name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': INERT_POLICY,
    },
  });
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}

/** RFC 6266: an ASCII name for old programs, and the name itself in RFC 8187 form. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

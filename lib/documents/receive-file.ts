import { fileTypeFromBuffer } from 'file-type';
import { writeBlob } from '#lib/blobs/index.ts';
import { MAX_UPLOAD_BYTES, uploadMediaTypes } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import { documentName } from './document-name.ts';

/** Enough for every signature we accept; PDF readers, too, look for theirs in the first kilobyte. */
const HEAD_BYTES = 4_100;
const PDF_HEAD_BYTES = 1_024;

/** Bytes that lie in the blob store and that nothing names yet. */
export type ReceivedFile = {
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Blob key. */
  sha256: string;
  /** When its last byte was. */
  storedAt: Date;
};

/**
 * Takes in a file as it arrives: the kind is told from the first bytes, whatever the name says, and at most 100 MB are
 * stored. Whoever does not make a document of it discards the blob.
 * @throws InvalidInput when it is empty or of no kind we read; LimitReached as soon as it is too large.
 */
export async function receiveFile({
  name: given,
  bytes,
}: {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}): Promise<ReceivedFile> {
  const name = documentName(given);
  const chunks = bytes[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  if (head.byteLength === 0) throw new InvalidInput(`“${name}” is empty.`);
  const contentType = await mediaTypeOf(head);
  if (!contentType) {
    throw new InvalidInput(
      `“${name}” is not an image or a PDF that Lectern can read. Upload a PDF, JPEG, PNG, WebP, TIFF, GIF, AVIF or HEIC file.`,
    );
  }
  const { sha256, size, storedAt } = await writeBlob(headAndRest(head, chunks), {
    maxBytes: MAX_UPLOAD_BYTES,
  });
  return { name, contentType, size, sha256, storedAt };
}

async function mediaTypeOf(head: Uint8Array): Promise<string | null> {
  const mime = (await fileTypeFromBuffer(head))?.mime;
  if (mime && uploadMediaTypes.includes(mime)) return mime;
  // Some programs put a few bytes of their own before the signature.
  return Buffer.from(head.subarray(0, PDF_HEAD_BYTES)).includes('%PDF-') ? 'application/pdf' : null;
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.byteLength < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* headAndRest(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

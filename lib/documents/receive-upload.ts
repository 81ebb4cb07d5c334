import { fileTypeFromBuffer } from 'file-type';
import type { Scope } from '#lib/access/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import { MAX_UPLOAD_BYTES, type UploadReceipt, uploadMediaTypes } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import { documentName } from './document-name.ts';
import { recordUpload } from './record-upload.ts';

/** Enough for every signature we accept; PDF readers, too, look for theirs in the first kilobyte. */
const HEAD_BYTES = 4_100;
const PDF_HEAD_BYTES = 1_024;

/**
 * Takes in what a person sends, as it arrives: the kind is told from the first bytes, whatever the name says,
 * and at most 100 MB are stored.
 * @throws InvalidInput when it is empty or of no kind we read; LimitReached as soon as it is too large.
 */
export async function receiveUpload(
  scope: Scope,
  { name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<UploadReceipt> {
  const chunks = bytes[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  if (head.byteLength === 0) throw new InvalidInput(`“${documentName(name)}” is empty.`);
  const contentType = await mediaTypeOf(head);
  if (!contentType) {
    throw new InvalidInput(
      `“${documentName(name)}” is not an image or a PDF that Lectern can read. Upload a PDF, JPEG, PNG, WebP, TIFF, GIF, AVIF or HEIC file.`,
    );
  }
  const blob = await writeBlob(headAndRest(head, chunks), { maxBytes: MAX_UPLOAD_BYTES });
  return recordUpload(scope, { name, contentType, blob });
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

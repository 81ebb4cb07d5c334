import type { Scope } from '#lib/access/index.ts';
import type { UploadReceipt } from '#lib/contracts/index.ts';
import { receiveFile } from './receive-file.ts';
import { recordUpload } from './record-upload.ts';
import { requireUploadTurn } from './upload-limit.ts';

/**
 * Takes in what a person sends, to become a document when they say so.
 * @throws InvalidInput when it is empty or of no kind we read; LimitReached as soon as it is too large, or
 * when this person sends too many.
 */
export async function receiveUpload(
  scope: Scope,
  input: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<UploadReceipt> {
  await requireUploadTurn(scope);
  const { name, contentType, ...blob } = await receiveFile(input);
  return recordUpload(scope, { name, contentType, blob });
}

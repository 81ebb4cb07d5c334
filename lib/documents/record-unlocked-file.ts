import type { Scope } from '#lib/access/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { setUnlockedFile } from './document-store.ts';

/** Written anew a PDF may grow: above the largest upload, below what would fill a disk. */
const MAX_BYTES = 300 * 1_048_576;

/**
 * Stores the document's PDF without its encryption, to be read from now on; what people download stays the
 * original. Safe to repeat. @throws NotFound
 */
export async function recordUnlockedFile(scope: Scope, documentId: string, pdf: Uint8Array): Promise<void> {
  const { sha256 } = await writeBlob([pdf], { maxBytes: MAX_BYTES });
  if (!(await setUnlockedFile(scope, documentId, sha256))) throw new NotFound('There is no such document.');
}

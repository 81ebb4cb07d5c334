import type { Scope } from '#lib/access/index.ts';
import { holdBlob, writeBlob } from '#lib/blobs/index.ts';
import { inTransaction, LimitReached, NotFound } from '#lib/platform/index.ts';
import { replaceUnlockedCopy } from './document-store.ts';
import { removeUnlockedCopy } from './remove-unlocked-copy.ts';

/** Written anew a PDF may grow: above the largest upload, below what would fill a disk. */
const MAX_BYTES = 300 * 1_048_576;

/**
 * Stores the document's PDF without its encryption, to be read from now on; what people download stays the
 * original. Safe to repeat. @throws NotFound; LimitReached when the copy is too large to keep; Unavailable.
 */
export async function recordUnlockedFile(scope: Scope, documentId: string, pdf: Uint8Array): Promise<void> {
  if (pdf.byteLength > MAX_BYTES) {
    throw new LimitReached(
      'Without its password this PDF takes more than 300 MB, too much to read. Upload it in parts that need none.',
    );
  }
  const { sha256 } = await writeBlob([pdf], { maxBytes: MAX_BYTES });
  const copy = await inTransaction(async (tx) => {
    const replaced = await replaceUnlockedCopy(tx, scope, documentId, sha256);
    if (replaced) await holdBlob(tx, sha256);
    await removeUnlockedCopy(tx, replaced ? replaced.before : sha256);
    return replaced;
  });
  if (!copy) throw new NotFound('There is no such document.');
}

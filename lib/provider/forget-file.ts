import type { Tx } from '#lib/platform/index.ts';
import { deleteProviderFiles } from './provider-file-store.ts';

/**
 * As part of the caller's transaction: the next page of this document is submitted with a fresh copy of the
 * file, in case the service lost the one it had. The caller has checked that the document is theirs.
 */
export function forgetFile(tx: Tx, documentId: string): Promise<void> {
  return deleteProviderFiles(tx, documentId);
}

import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { holdBlob, type StoredBlob, usingBlob } from '#lib/blobs/index.ts';
import type { UploadReceipt } from '#lib/contracts/index.ts';
import { Forbidden, inTransaction, newId } from '#lib/platform/index.ts';
import { documentName } from './document-name.ts';
import { findDocumentWithBytes } from './document-store.ts';
import { insertUpload } from './upload-store.ts';

type Input = { name: string; contentType: string; blob: Omit<StoredBlob, 'md5'> };

/**
 * Notes bytes that a person has just sent, before they become a document, and tells which document of the
 * workspace has the same bytes. They are discarded when it throws. For people only: programs make documents at once.
 */
export function recordUpload(scope: Scope, input: Input): Promise<UploadReceipt> {
  return usingBlob(input.blob, () => record(scope, input));
}

async function record(scope: Scope, input: Input): Promise<UploadReceipt> {
  if (scope.actor.kind !== 'user') throw new Forbidden('Only people upload documents.');
  const { sha256, size } = input.blob;
  const id = newId();
  const name = documentName(input.name);
  const { contentType } = input;
  const { userId } = scope.actor;
  await inTransaction(async (tx) => {
    await holdBlob(tx, sha256);
    await insertUpload(tx, scope, { id, userId, name, contentType, size, sha256 });
    const target = { kind: 'upload', id, name };
    await recordAct(tx, scope, { act: 'document.uploaded', target, details: { bytes: size } });
  });
  const same = await findDocumentWithBytes(scope, sha256);
  return {
    uploadId: id,
    name,
    contentType,
    sizeBytes: size,
    duplicateOf: same && { documentId: same.id, name: same.name },
  };
}

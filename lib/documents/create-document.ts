import type { Scope } from '#lib/access/index.ts';
import { Conflict, NotFound, newId, type Tx } from '#lib/platform/index.ts';
import { insertDocument } from './document-store.ts';
import { consumeUpload } from './upload-store.ts';

/**
 * Makes a document of an upload, as part of the caller's transaction. An upload makes one document only.
 * @throws NotFound when the workspace has no such upload; Conflict when it became a document already.
 */
export async function createDocument(tx: Tx, scope: Scope, uploadId: string, now: Date): Promise<string> {
  const upload = await consumeUpload(tx, scope, uploadId, now);
  if (!upload) throw new NotFound('This upload is gone. Upload the file again.');
  if (upload === 'consumed') throw new Conflict('This upload has become a document already.');
  const { userId: createdById, name, contentType, size, sha256 } = upload;
  const id = newId();
  await insertDocument(tx, scope, { id, createdById, name, contentType, size, sha256 });
  return id;
}

import { personOf, type Scope, tokenOf } from '#lib/access/index.ts';
import { holdBlob } from '#lib/blobs/index.ts';
import { Conflict, idFrom, NotFound, newId, type Tx } from '#lib/platform/index.ts';
import { findEverMade, insertDocument, insertDocumentOnce } from './document-store.ts';
import type { ReceivedFile } from './receive-file.ts';
import { consumeUpload } from './upload-store.ts';

/** What becomes a document: what a person uploaded before, or a file that has just come in. */
export type DocumentSource =
  | { uploadId: string }
  | {
      file: ReceivedFile;
      /** Chosen by the caller: a file that is sent again with the same key makes no second document. */
      key?: string | undefined;
    };

export type CreatedDocument = { documentId: string; isNew: boolean };

/**
 * Makes a document, as part of the caller's transaction. An upload makes one document only, and so does a key.
 * @throws NotFound when the workspace has no such upload; Conflict when it became a document already, or the key came
 * with another file or its document is gone
 */
export async function createDocument(
  tx: Tx,
  scope: Scope,
  source: DocumentSource,
  now: Date,
): Promise<CreatedDocument> {
  if ('file' in source) return createFromFile(tx, scope, source);
  const upload = await consumeUpload(tx, scope, source.uploadId, now);
  if (!upload) throw new NotFound('This upload is gone. Upload the file again.');
  if (upload === 'consumed') throw new Conflict('This upload has become a document already.');
  const { userId: createdById, name, contentType, size, sha256 } = upload;
  const id = newId();
  await insertDocument(tx, scope, { id, createdById, apiTokenId: null, name, contentType, size, sha256 });
  return { documentId: id, isNew: true };
}

async function createFromFile(
  tx: Tx,
  scope: Scope,
  { file: { name, contentType, size, sha256 }, key }: Extract<DocumentSource, { file: ReceivedFile }>,
): Promise<CreatedDocument> {
  const by = { createdById: personOf(scope.actor), apiTokenId: tokenOf(scope.actor) };
  await holdBlob(tx, sha256);
  const row = { ...by, name, contentType, size, sha256 };
  if (key === undefined) {
    const documentId = newId();
    await insertDocument(tx, scope, { id: documentId, ...row });
    return { documentId, isNew: true };
  }
  const documentId = idFrom(JSON.stringify([scope.workspaceId, callerOf(scope), key]));
  if (await insertDocumentOnce(tx, scope, { id: documentId, ...row })) return { documentId, isNew: true };
  const made = await findEverMade(tx, scope, documentId);
  if (made?.sha256 !== sha256) throw new Conflict('This idempotency key was used for another file.');
  if (made.isGone)
    throw new Conflict('The document that this idempotency key made is in the trash or deleted.');
  return { documentId, isNew: false };
}

/** Keys of different callers are different keys. */
function callerOf({ actor }: Scope): string {
  if (actor.kind === 'token') return actor.tokenId;
  return actor.kind === 'user' ? actor.userId : actor.reason;
}

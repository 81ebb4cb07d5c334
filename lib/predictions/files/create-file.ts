import type { Scope } from '#lib/access/index.ts';
import { holdBlob, type StoredBlob, usingBlob } from '#lib/blobs/index.ts';
import { inTransaction, newId, storableJson, storableText } from '#lib/platform/index.ts';
import { recordForCaller } from '../record-for-caller.ts';
import { type ApiFile, FILE_LIFETIME_MS } from './api-file.ts';
import { insertFile } from './api-file-store.ts';

export type NewFile = { blob: StoredBlob; name: string; contentType: string; metadata: ApiFile['metadata'] };

/** Keeps the description of bytes that are in the blob store; they are discarded when it throws. The file lives for a day. */
export function createFile(scope: Scope, file: NewFile): Promise<ApiFile> {
  return usingBlob(file.blob, () => insert(scope, file));
}

async function insert(scope: Scope, { blob, name, contentType, metadata }: NewFile): Promise<ApiFile> {
  const { sha256, md5, size } = blob;
  const createdAt = new Date();
  return await inTransaction(async (tx) => {
    await holdBlob(tx, sha256);
    const file = await insertFile(tx, scope, {
      id: newId(),
      name: storableText(name),
      contentType: storableText(contentType),
      ...{ sha256, md5, size },
      metadata: Object.fromEntries(
        Object.entries(metadata).map(([key, value]) => [storableText(key), storableJson(value)]),
      ),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + FILE_LIFETIME_MS),
    });
    const target = { kind: 'file', id: file.id, name: file.name };
    await recordForCaller(tx, scope, { act: 'file.created', target, details: { bytes: file.size } });
    return file;
  });
}

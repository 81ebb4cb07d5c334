import { authorize, type Permission, type Scope } from '#lib/access/index.ts';
import { receiveUpload } from '#lib/documents/index.ts';
import { beginPages, startJob } from '#lib/jobs/index.ts';
import { newId } from '#lib/platform/index.ts';
import type { TestUser } from './accounts.ts';

/** What this person may do in their workspace. @throws Forbidden like the real thing */
export function scopeOf({ id, workspace, role }: TestUser, permission: Permission = 'job:write'): Scope {
  const memberships = [{ workspaceId: workspace.id, role }];
  return authorize({ kind: 'user', userId: id, memberships }, workspace.id, permission);
}

/** Bytes that begin like a JPEG and are like no others. */
export function uniqueJpeg(): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(newId())]);
}

export async function uploadOf(user: TestUser, name = 'receipt.jpg', bytes = uniqueJpeg()) {
  return receiveUpload(scopeOf(user, 'document:write'), { name, bytes: chunksOf(bytes) });
}

/** A document whose job waits for the inspection. */
export async function newDocument(user: TestUser): Promise<string> {
  const { uploadId } = await uploadOf(user);
  const { documentId } = await startJob(scopeOf(user), { uploadId });
  return documentId;
}

/** A document with pages that wait to be submitted. */
export async function documentWithPages(user: TestUser, pageCount: number): Promise<string> {
  const documentId = await newDocument(user);
  const sizes = Array.from({ length: pageCount }, () => ({ width: 100, height: 200 }));
  await beginPages(scopeOf(user), documentId, sizes);
  return documentId;
}

export async function* chunksOf(bytes: Uint8Array, chunkBytes = 1_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += chunkBytes) {
    yield bytes.subarray(start, start + chunkBytes);
  }
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { blobPath } from '#lib/blobs/index.ts';
import { startJob } from '#lib/jobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { config, sha256 } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { chunksOf, scopeOf, uniqueJpeg, uploadOf } from '#lib/testing/documents.ts';
import { receiveUpload } from './receive-upload.ts';
import { removeStaleUploads } from './remove-stale-uploads.ts';
import { sampleNames, uploadSample } from './upload-sample.ts';

const user = await createUser();

afterAll(() => closeQueue());

function receive(name: string, bytes: Uint8Array) {
  return receiveUpload(scopeOf(user, 'document:write'), { name, bytes: chunksOf(bytes) });
}

describe('an upload', () => {
  it('is stored as it came and described by its bytes, not by its name', async () => {
    const bytes = Buffer.concat([uniqueJpeg(), Buffer.alloc(20_000, 7)]);
    const receipt = await receive('folder/scan.png', bytes);
    expect(receipt).toMatchObject({
      name: 'scan.png',
      contentType: 'image/jpeg',
      sizeBytes: bytes.byteLength,
      duplicateOf: null,
    });
    expect(existsSync(blobPath(sha256(bytes)))).toBe(true);
  });

  it('may be a PDF behind a few other bytes', async () => {
    const { contentType } = await receive('a.pdf', Buffer.from('some header\n%PDF-1.7 and so on'));
    expect(contentType).toBe('application/pdf');
  });

  it.each([
    ['notes.png', 'This is only text.'],
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['program.exe', 'MZ and so on'],
    ['empty.pdf', ''],
  ])(
    'named %s is refused when it is none of the kinds we read, and nothing is kept',
    async (name, content) => {
      await expect(receive(name, Buffer.from(content))).rejects.toMatchObject({
        kind: 'invalid_input',
        message: expect.stringContaining(name),
      });
      expect(existsSync(blobPath(sha256(content)))).toBe(false);
    },
  );

  it('is refused as soon as it is larger than 100 MB, and nothing is kept', async () => {
    const chunk = Buffer.alloc(8 * 1_048_576);
    let sent = 0;
    async function* endless() {
      for (; ; sent++) yield sent === 0 ? Buffer.from('%PDF-1.7') : chunk;
    }
    const upload = receiveUpload(scopeOf(user, 'document:write'), { name: 'a.pdf', bytes: endless() });
    await expect(upload).rejects.toMatchObject({ kind: 'limit_reached' });
    expect(sent).toBeLessThan(20);
    expect(await readdir(join(config().dataDir, 'blobs/incoming'))).toEqual([]);
  });

  it('leaves no bytes when it cannot be noted: programs make documents at once', async () => {
    const bytes = uniqueJpeg();
    const actor = await authenticateToken(await apiTokenOf(user));
    const scope = authorize(actor, user.workspace.id, 'document:write');
    const upload = receiveUpload(scope, { name: 'a.jpg', bytes: chunksOf(bytes) });
    await expect(upload).rejects.toMatchObject({ kind: 'forbidden' });
    expect(existsSync(blobPath(sha256(bytes)))).toBe(false);
  });

  it('tells which document of the workspace has the same bytes, and none of another', async () => {
    const other = await createUser();
    const bytes = uniqueJpeg();
    const { uploadId } = await uploadOf(user, 'first.jpg', bytes);
    expect((await uploadOf(user, 'second.jpg', bytes)).duplicateOf).toBeNull();
    const { documentId } = await startJob(scopeOf(user), { uploadId });
    expect((await uploadOf(user, 'third.jpg', bytes)).duplicateOf).toEqual({ documentId, name: 'first.jpg' });
    expect((await uploadOf(other, 'fourth.jpg', bytes)).duplicateOf).toBeNull();
  });

  it.each(sampleNames)('can be our own sample %s', async (sample) => {
    const receipt = await uploadSample(scopeOf(user, 'document:write'), sample);
    expect(receipt.sizeBytes).toBeGreaterThan(1_000);
  });
});

describe('a day later', () => {
  const tomorrow = { now: () => new Date(Date.now() + 25 * 3_600_000) };

  async function age(path: string): Promise<void> {
    const past = new Date(Date.now() - 3_600_000);
    await utimes(path, past, past);
  }

  it('uploads that became nothing are removed, and only their bytes', async () => {
    const [unused, used, shared] = [uniqueJpeg(), uniqueJpeg(), uniqueJpeg()];
    await uploadOf(user, 'unused.jpg', unused);
    const { uploadId } = await uploadOf(user, 'used.jpg', used);
    await startJob(scopeOf(user), { uploadId });
    await uploadOf(user, 'shared.jpg', shared);
    await database().apiFile.create({
      data: {
        id: 'a-file-of-the-api',
        workspaceId: user.workspace.id,
        name: 'x',
        contentType: 'image/jpeg',
        size: 1,
        md5: 'x',
        sha256: sha256(shared),
        expiresAt: tomorrow.now(),
      },
    });
    const paths = [unused, used, shared].map((bytes) => blobPath(sha256(bytes)));
    await Promise.all(paths.map(age));
    await removeStaleUploads();
    expect(paths.map((path) => existsSync(path))).toEqual([true, true, true]);
    await removeStaleUploads(tomorrow);
    expect(paths.map((path) => existsSync(path))).toEqual([false, true, true]);
    expect(await database().upload.count()).toBe(0);
  });

  it('a removal that broke off is made up for by the next', async () => {
    const bytes = uniqueJpeg();
    const { uploadId } = await uploadOf(user, 'broken-off.jpg', bytes);
    const path = blobPath(sha256(bytes));
    // A folder in the file's place cannot be removed.
    await rm(path);
    await mkdir(path);
    await age(path);
    await expect(removeStaleUploads(tomorrow)).rejects.toThrow();
    expect(await database().upload.count({ where: { id: uploadId } })).toBe(1);
    await rm(path, { recursive: true });
    await writeFile(path, bytes);
    await age(path);
    await removeStaleUploads(tomorrow);
    expect(existsSync(path)).toBe(false);
    expect(await database().upload.count()).toBe(0);
  });

  it('bytes that came in again meanwhile stay', async () => {
    const bytes = uniqueJpeg();
    await uploadOf(user, 'old.jpg', bytes);
    const path = blobPath(sha256(bytes));
    await utimes(path, tomorrow.now(), tomorrow.now());
    await removeStaleUploads(tomorrow);
    expect(existsSync(path)).toBe(true);
  });
});

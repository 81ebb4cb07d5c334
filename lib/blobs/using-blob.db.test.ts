import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import { blobPath, discardBlob, holdBlob, removeUnusedBlobs, usingBlob, writeBlob } from './index.ts';

const user = await createUser();

type Stored = Awaited<ReturnType<typeof writeBlob>>;

const store = (text = newId()) => writeBlob([Buffer.from(text)], { maxBytes: 100 });
const isStored = ({ sha256 }: { sha256: string }) => existsSync(blobPath(sha256));
const uploadOf = (sha256: string) => ({
  ...{ id: newId(), workspaceId: user.workspace.id, userId: user.id },
  ...{ name: 'a.jpg', contentType: 'image/jpeg', size: 1, sha256 },
});

it('leaves no bytes of what is refused, and says why it was', async () => {
  const blob = await store();
  const refused = usingBlob(blob, () => Promise.reject(new TypeError('No.')));
  await expect(refused).rejects.toThrow('No.');
  expect(isStored(blob)).toBe(false);
});

it('keeps bytes that were taken, that something else names, or that somebody stored since', async () => {
  const [taken, named, again] = [await store(), await store(), await store('again')];
  expect(await usingBlob(taken, async () => 'done')).toBe('done');
  await database().upload.create({ data: uploadOf(named.sha256) });
  await discardBlob(named);
  const since = { ...again, storedAt: new Date(again.storedAt.getTime() - 60_000) };
  await discardBlob(since);
  expect([taken, named, again].map(isStored)).toEqual([true, true, true]);
});

it.each([
  ['what was refused', discardBlob],
  ['what rows named', ({ sha256 }: Stored) => inTransaction((tx) => removeUnusedBlobs(tx, [sha256]))],
])(
  'never takes the bytes of %s from under somebody who stored the same and is about to name them',
  async (_, remove) => {
    const text = newId();
    const [first, second] = [await store(text), await store(text)];
    const held = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const naming = inTransaction(async (tx) => {
      await holdBlob(tx, first.sha256);
      held.resolve();
      await goOn.promise;
      await tx.upload.create({ data: uploadOf(first.sha256) });
    });
    await held.promise;
    const removing = remove(second);
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    goOn.resolve();
    await Promise.all([naming, removing]);
    expect(isStored(first)).toBe(true);
  },
);

it('tells who comes too late to name them', async () => {
  const [first, second] = [await store('late'), await store('late')];
  await discardBlob(second);
  const naming = inTransaction((tx) => holdBlob(tx, first.sha256));
  await expect(naming).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('Send it again'),
  });
});

it('removes what rows named that are gone, and nothing that another row names', async () => {
  const [unnamed, named] = [await store(), await store()];
  await database().upload.create({ data: uploadOf(named.sha256) });
  await inTransaction((tx) => removeUnusedBlobs(tx, [unnamed.sha256, named.sha256]));
  expect([unnamed, named].map(isStored)).toEqual([false, true]);
});

it('removes thousands, and holds up nobody afterwards while its transaction goes on', async () => {
  const last = await store();
  const many = Array.from({ length: 2_500 }, (_, i) => createHash('sha256').update(`${i}`).digest('hex'));
  const naming = inTransaction(async (tx) => {
    await removeUnusedBlobs(tx, [...many, last.sha256]);
    await inTransaction(async (other) => {
      await other.$executeRaw`SET LOCAL lock_timeout = '5s'`;
      await holdBlob(other, last.sha256);
    });
  });
  await expect(naming).rejects.toMatchObject({ kind: 'unavailable' });
  expect(isStored(last)).toBe(false);
});

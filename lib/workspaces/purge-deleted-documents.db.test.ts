import { existsSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { blobPath } from '#lib/blobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages } from '#lib/testing/documents.ts';
import { purgeDeletedDocuments } from './index.ts';

const inHours = (hours: number) => ({ now: () => new Date(Date.now() + hours * 3_600_000) });
afterAll(() => closeQueue());

it('removes what was deleted for good a good day ago, rows and bytes, and nothing else', async () => {
  const user = await createUser();
  const [gone, same, living] = [
    await documentWithPages(user, 2),
    await documentWithPages(user, 1),
    await documentWithPages(user, 1),
  ];
  const keyOf = async (id: string) => (await database().document.findUniqueOrThrow({ where: { id } })).sha256;
  const [goneKey, sharedKey] = [await keyOf(gone), await keyOf(living)];
  await database().document.update({ where: { id: same }, data: { sha256: sharedKey } });
  await database().document.updateMany({
    where: { id: { in: [gone, same] } },
    data: { deletedAt: new Date() },
  });
  await database().upload.deleteMany({ where: { workspaceId: user.workspace.id } });

  await purgeDeletedDocuments(undefined, inHours(26));
  expect(await database().page.count({ where: { documentId: gone } })).toBe(2);
  expect(existsSync(blobPath(goneKey))).toBe(true);

  await purgeDeletedDocuments(undefined, inHours(28));
  const left = { where: { workspaceId: user.workspace.id } };
  expect((await database().document.findMany(left)).map(({ id }) => id)).toEqual([living]);
  expect(await database().page.count(left)).toBe(1);
  expect(await database().job.count(left)).toBe(1);
  expect(existsSync(blobPath(goneKey))).toBe(false);
  expect(existsSync(blobPath(sharedKey))).toBe(true);
});

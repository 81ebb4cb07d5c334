import { expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { unusedBlobKeys } from './blob-reference-store.ts';

/** Every column that names a blob: what the query must look into. */
const referenced = [
  'api_file.sha256',
  'document.sha256',
  'document.unlocked_sha256',
  'export.sha256',
  'page.image_sha256',
  'page.large_sha256',
  'page.thumbnail_sha256',
  'upload.sha256',
];

it('looks into every column that names a blob', async () => {
  const columns = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name LIKE '%sha256' ORDER BY name`;
  expect(columns.map(({ name }) => name)).toEqual(referenced);
});

it('finds unused what nothing names', async () => {
  expect(await unusedBlobKeys(['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(await unusedBlobKeys([])).toEqual([]);
});

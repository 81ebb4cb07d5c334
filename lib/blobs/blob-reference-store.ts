import { database, type Tx } from '#lib/platform/database.ts';

/** Those of the keys that no row of any domain names. */
export async function unusedBlobKeys(keys: readonly string[], client: Tx = database()): Promise<string[]> {
  const unused = await client.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT key FROM unnest(${[...keys]}::text[]) AS key
    WHERE NOT EXISTS (SELECT 1 FROM upload WHERE sha256 = key)
      AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = key OR unlocked_sha256 = key)
      AND NOT EXISTS (SELECT 1 FROM page WHERE image_sha256 = key OR thumbnail_sha256 = key)
      AND NOT EXISTS (SELECT 1 FROM api_file WHERE sha256 = key)
      AND NOT EXISTS (
        SELECT 1 FROM prediction, jsonb_each_text(input_files) AS pin
        WHERE data_removed_at IS NULL AND pin.value = key
      )`;
  return unused.map(({ key }) => key);
}

import { database, type Tx } from '#lib/platform/database.ts';

/** Held until the transaction ends, by all who are about to name the blob. */
export async function shareKey(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`blob ${key}`}, 0))`;
}

/** Held until the transaction ends: nobody else is about to name the blob. */
export async function lockKey(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`blob ${key}`}, 0))`;
}

/**
 * Those of the keys that no row of any domain names. Who removes rows that name blobs asks this about those blobs;
 * nothing ever removes a blob only because it finds it unnamed: the database may be another one than yesterday's.
 */
export async function unusedBlobKeys(keys: readonly string[], client: Tx = database()): Promise<string[]> {
  const asked = [...new Set(keys)];
  const used = await client.$queryRaw<{ key: string }[]>`
    SELECT sha256 AS key FROM upload WHERE sha256 = ANY(${asked})
    UNION SELECT sha256 FROM document WHERE sha256 = ANY(${asked})
    UNION SELECT unlocked_sha256 FROM document WHERE unlocked_sha256 = ANY(${asked})
    UNION SELECT image_sha256 FROM page WHERE image_sha256 = ANY(${asked})
    UNION SELECT thumbnail_sha256 FROM page WHERE thumbnail_sha256 = ANY(${asked})
    UNION SELECT large_sha256 FROM page WHERE large_sha256 = ANY(${asked})
    UNION SELECT sha256 FROM export WHERE sha256 = ANY(${asked})
    UNION SELECT sha256 FROM api_file WHERE sha256 = ANY(${asked})
    UNION SELECT pin.value FROM prediction, jsonb_each_text(input_files) AS pin
      WHERE data_removed_at IS NULL AND input_files <> '{}' AND pin.value = ANY(${asked})`;
  const named = new Set(used.map(({ key }) => key));
  return asked.filter((key) => !named.has(key));
}

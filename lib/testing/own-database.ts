// Vitest's set-up for every `*.db.test.ts`: the file works on a database and a data folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createTestDatabase } from './postgres.ts';

const database = await createTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'lectern-test-data-'));
process.env.DATABASE_URL = database.url;
process.env.LECTERN_DATA_DIR = dataDir;
process.env.LECTERN_LOG_LEVEL ??= 'silent';

afterAll(async () => {
  // Imported only now: the platform reads its configuration on import.
  const { closeDatabase } = await import('#lib/platform/index.ts');
  await closeDatabase();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

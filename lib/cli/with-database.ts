import { join } from 'node:path';
import type { Config } from '#lib/platform/config.ts';
import { startEmbeddedPostgres } from './embedded-postgres/start-embedded-postgres.ts';
import { lockDataFolder } from './supervisor/instance-lock.ts';

/**
 * Runs `work` on DATABASE_URL, or on the data folder's own database, which is started for it alone.
 * @throws OperatorError when a Lectern is running on the data folder.
 */
export async function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return work(config.databaseUrl);
  const lock = await lockDataFolder(config.dataDir, config.publicUrl);
  try {
    const postgres = await startEmbeddedPostgres({ folder: join(config.dataDir, 'postgres') });
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
